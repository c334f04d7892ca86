// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/front_matter_lines.hpp"
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace recap::metadata {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view expected = "write YAML between lines of ---, TOML between lines of +++ "
                                      "or JSON in braces";

using Notation = Entries (*)(std::string_view, std::size_t);

struct Fence {
  std::string_view line;
  Notation notation;
  std::string_view other_end = {}; ///< also closes it
};

constexpr auto fences = std::to_array<Fence>({
    {"---", read_yaml, "..."},
    {"+++", read_toml},
    {";;;", read_json},
});

struct NamedNotation {
  std::string_view name;
  Notation notation;
};

constexpr auto named_notations = std::to_array<NamedNotation>({
    {"yaml", read_yaml},
    {"yml", read_yaml},
    {"toml", read_toml},
    {"json", read_json},
});

/// Duplicate keys with the same value are not ambiguous.
Entries without_contradictions(Entries metadata) {
  std::map<std::string_view, Entry const*> first;
  for (auto const& entry : metadata) {
    auto const& twin = *first.emplace(entry.key, &entry).first->second;
    bool const is_read = entry.kind != Entry::Kind::nested || &twin == &entry;
    if (!is_read || twin.kind != entry.kind || twin.values != entry.values) {
      throw Unreadable("duplicate key \"" + entry.key + "\", first on line " +
                           std::to_string(twin.line) + "; keep one",
                       entry.line, entry.column);
    }
  }
  return metadata;
}

/// Gatsby, Eleventy and Hexo put the name of a notation after the opening line.
Notation notation_of(Fence const& fence, std::string_view name, std::size_t line) {
  if (name.empty()) return fence.notation;
  auto const* const named =
      std::ranges::find(named_notations, trimmed_lower(name), &NamedNotation::name);
  if (named != named_notations.end()) return named->notation;
  throw Unreadable(
      "front matter in \"" + std::string(name) + "\" is not read; " + std::string(expected), line);
}

/// JSON in Hexo may lack braces.
FrontMatter taken(Notation notation, std::string_view text, Line const& begin, Line const& rest) {
  std::string braced;
  auto const first = text.find_first_not_of(" \t\r\n");
  if (notation == read_json && first != std::string_view::npos && text[first] == '"') {
    braced.append("{").append(text).append("}");
    text = braced;
  }
  bool const empty = notation == read_json && first == std::string_view::npos;
  return {.metadata = empty ? Entries() : without_contradictions(notation(text, begin.number)),
          .body = rest.text,
          .body_line = rest.number};
}

/// Accepts longer lines, because treating this mistake as text would publish a draft. A line of
/// hyphens may also separate paragraphs, so a known header must follow it.
bool opens(Fence const& fence, std::string_view marks, Line const& next) {
  bool const longer = marks.size() > fence.line.size() && marks.starts_with(fence.line);
  return marks == fence.line || (longer && (marks.front() != '-' || is_known_header(next.text)));
}

struct Opening {
  Fence const* fence = nullptr; ///< nullptr: no front matter begins here
  std::string_view marks;
  std::string_view name; ///< of a notation
};

Opening opening_fence(std::string_view file, Line const& line) {
  if (line.text.empty()) return {};
  auto const marks = line.text.substr(0, line.text.find_first_not_of(line.text.front()));
  auto const name = line.text.substr(marks.size());
  Line const next = next_line(file, line);
  auto const* const fence = std::ranges::find_if(
      fences, [&](Fence const& row) { return is_word(name) && opens(row, marks, next); });
  if (fence == fences.end()) return {};
  return {fence, marks, text::trimmed(name)};
}

/// The closing line; nullopt if there is none.
std::optional<Line> closing_line(std::string_view file, Line line, Opening const& opening) {
  while (line.next < file.size()) {
    line = next_line(file, line);
    auto const other = opening.fence->other_end;
    if (line.text == opening.marks || (!other.empty() && line.text == other)) return line;
  }
  return std::nullopt;
}

std::optional<FrontMatter> fenced(std::string_view file, Line const& opening) {
  auto const [fence, marks, name] = opening_fence(file, opening);
  if (fence == nullptr) return std::nullopt;
  auto const notation = notation_of(*fence, name, opening.number);
  Line const begin = next_line(file, opening);
  if (auto const line = closing_line(file, opening, {fence, marks, name})) {
    return taken(notation, file.substr(begin.begin, line->begin - begin.begin), begin,
                 {file.substr(line->next), line->number + 1, line->next});
  }
  throw Unreadable("front matter opened with " + std::string(opening.text) +
                       " is never closed; end it with a line of " + std::string(marks),
                   opening.number);
}

/// Hugo and others accept an object in braces without fences.
std::optional<FrontMatter> in_braces(std::string_view file, Line const& opening) {
  std::string_view const text = file.substr(opening.begin);
  if (!begins_object(text)) return std::nullopt;
  auto const end = end_of_object(text);
  if (end == 0)
    throw Unreadable("front matter in JSON opened with { is never closed; end it with }",
                     opening.number);
  std::string_view const object = text.substr(0, end);
  auto const lines = static_cast<std::size_t>(std::ranges::count(object, '\n'));
  std::string_view body = text.substr(end);
  auto const line_end = std::min(body.find('\n'), body.size());
  bool const ends_line = text::trimmed(body.substr(0, line_end)).empty();
  if (ends_line) body.remove_prefix(std::min(line_end + 1, body.size()));
  return FrontMatter{.metadata = without_contradictions(read_json(object, opening.number)),
                     .body = body,
                     .body_line = opening.number + lines + (ends_line ? 1 : 0)};
}

/// `Title: x` lines up to a blank one (MkDocs, Pelican), or front matter of Hexo without an opening
/// line.
std::optional<FrontMatter> headers(std::string_view file, Line const& opening) {
  bool const json = opening.text.starts_with('"');
  if (!json && !is_known_header(opening.text)) return std::nullopt;
  bool all_headers = true;
  Line line = opening;
  for (; line.begin < file.size() && !line.text.empty(); line = next_line(file, line)) {
    if (line.text == (json ? ";;;" : "---"))
      return taken(json ? read_json : read_yaml,
                   file.substr(opening.begin, line.begin - opening.begin), opening,
                   {file.substr(line.next), line.number + 1, line.next});
    all_headers = all_headers && is_header(line.text);
  }
  if (json || !all_headers) return std::nullopt;
  auto const text = file.substr(opening.begin, line.begin - opening.begin);
  return FrontMatter{.metadata = without_contradictions(read_headers(text, opening.number)),
                     .body = file.substr(line.next),
                     .body_line = line.number + 1};
}

/// `x` of Nikola's `.. x`.
std::string_view undotted(std::string_view line) {
  return line.starts_with(".. ") ? text::trimmed(line.substr(3)) : line;
}

/// Nikola has its headers in a comment, or up to a blank line: `.. title: x`.
std::optional<FrontMatter> dotted(std::string_view file, Line const& opening) {
  bool const comment = opening.text == "<!--";
  if (!comment && !opening.text.starts_with(".. ")) return std::nullopt;
  std::string_view const end = comment ? "-->" : "";
  Line line = comment ? next_line(file, opening) : opening;
  auto const begin = line.number;
  std::string headers;
  for (; line.begin < file.size() && line.text != end; line = next_line(file, line)) {
    auto const text = undotted(line.text);
    bool const first = line.number == begin;
    if (first ? !is_known_header(text) : !text.empty() && !is_header(text)) return std::nullopt;
    headers.append(text).append("\n");
  }
  if (line.text != end) return std::nullopt;
  return FrontMatter{.metadata = without_contradictions(read_headers(headers, begin)),
                     .body = file.substr(line.next),
                     .body_line = line.number + 1};
}

} // namespace

FrontMatter split_front_matter(std::string_view file) {
  if (file.starts_with(byte_order_mark)) file.remove_prefix(byte_order_mark.size());
  Line const opening = first_line(file);
  if (auto parts = fenced(file, opening)) return std::move(*parts);
  if (auto parts = in_braces(file, opening)) return std::move(*parts);
  if (auto parts = headers(file, opening)) return std::move(*parts);
  if (auto parts = dotted(file, opening)) return std::move(*parts);
  return {.body = file};
}

std::size_t front_matter_bytes(std::string_view file) {
  Line const first = first_line(file);
  auto const opening = opening_fence(file, first);
  if (opening.fence == nullptr) return 0;
  auto const closing = closing_line(file, first, opening);
  return closing ? closing->next : 0;
}

} // namespace recap::metadata
