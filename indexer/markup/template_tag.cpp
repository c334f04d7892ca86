// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/template_tag.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

struct Bracket {
  std::string_view open;
  std::string_view close;
};

constexpr std::array<Bracket, 4> brackets{
    {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}}};

bool is_component_name(char c) {
  return text::is_alphanumeric(c) || c == '.' || c == '_' || c == '$';
}

TemplateTag read_tag(std::string_view text, Bracket const& bracket) {
  TemplateTag tag{.text = text,
                  .inside = text.substr(bracket.open.size(),
                                        text.size() - bracket.open.size() - bracket.close.size()),
                  .shortcode = bracket.open.size() == 3,
                  .liquid = bracket.open == "{%"};
  tag.inside = text::trimmed(tag.inside, tag.liquid ? " \t\n-" : " \t\n");
  tag.name = tag.inside.substr(0, tag.inside.find_first_of(" \t\n"));
  std::string_view const end = tag.liquid ? "end" : "/";
  tag.closes = tag.name.starts_with(end) && tag.name.size() > end.size() &&
               (tag.liquid || (tag.shortcode && tag.name[1] != '*'));
  if (tag.closes) tag.name.remove_prefix(end.size());
  // `{{< /name >}}` equals `{{</ name >}}`.
  if (tag.shortcode && tag.name == "/") {
    tag.closes = true;
    tag.name = text::trimmed(tag.inside.substr(1), " \t\n");
  }
  return tag;
}

} // namespace

std::optional<TemplateTag> template_tag_at(std::string_view text) {
  for (auto const& bracket : brackets) {
    if (!text.starts_with(bracket.open)) continue;
    auto const end = text.substr(0, longest_tag).find(bracket.close, bracket.open.size());
    if (end == std::string_view::npos) continue;
    return read_tag(text.substr(0, end + bracket.close.size()), bracket);
  }
  return std::nullopt;
}

std::optional<std::size_t> closing_tag(std::string_view text, TemplateTag const& opening) {
  std::string_view const bracket = opening.liquid ? "{%" : "{{";
  auto at = text.find(bracket, opening.text.size());
  for (; at != std::string_view::npos; at = text.find(bracket, at + 1)) {
    auto const tag = template_tag_at(text.substr(at));
    if (!tag || tag->name != opening.name || tag->liquid != opening.liquid) continue;
    return tag->closes ? std::optional(at) : std::nullopt;
  }
  return std::nullopt;
}

std::string_view shown_text(TemplateTag const& tag) {
  constexpr std::string_view key = " text=\"";
  auto const begin = tag.inside.find(key);
  if (begin == std::string_view::npos) return {};
  auto const text = tag.inside.substr(begin + key.size());
  auto const end = text.find('"');
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

bool holds_code(TemplateTag const& tag) {
  constexpr std::array<std::string_view, 5> names{"highlight", "code", "code-toggle", "output",
                                                  "mermaid"};
  return tag.shortcode && !tag.closes && std::ranges::find(names, tag.name) != names.end();
}

std::size_t balanced_bytes(std::string_view text) {
  std::size_t depth = 0;
  std::size_t const most = std::min(text.size(), longest_tag);
  for (std::size_t at = 0; at < most; ++at) {
    if (text[at] == '{') ++depth;
    if (text[at] == '}' && --depth == 0) return at + 1;
  }
  return 0;
}

namespace {

/// Longer than any real module; bounds the work if a bracket is never closed.
constexpr std::size_t longest_module = 65536;

/// Offset after the string at `at`, which ends at the latest before the end of its line, or after a
/// template literal, which may have several lines.
std::size_t past_quoted(std::string_view code, std::size_t at) {
  char const quote = code[at];
  for (++at; at < code.size(); ++at) {
    if (code[at] == '\\') {
      ++at;
    } else if (code[at] == '\n' && quote != '`') {
      return at; // an apostrophe in a text; a blank line may follow
    } else if (code[at] == quote) {
      return at + 1;
    }
  }
  return code.size();
}

std::size_t past_comment(std::string_view code, std::size_t at) {
  bool const line = code.substr(at).starts_with("//");
  bool const block = code.substr(at).starts_with("/*");
  if (!line && !block) return at;
  auto const end = line ? code.find('\n', at) : code.find("*/", at + 2);
  return end == std::string_view::npos ? code.size() : end + (block ? 2 : 0);
}

/// Calls `visit` with the offset of each character outside strings and comments, until it returns
/// true; returns that offset, or npos.
template <typename Visit>
std::size_t scan_code(std::string_view code, Visit visit) {
  for (std::size_t at = 0; at < code.size();) {
    if (auto const past = past_comment(code, at); past != at) {
      at = past;
    } else if (std::string_view("\"'`").find(code[at]) != std::string_view::npos) {
      at = past_quoted(code, at);
    } else if (visit(at)) {
      return at;
    } else {
      ++at;
    }
  }
  return std::string_view::npos;
}

} // namespace

std::optional<std::size_t> module_bytes(std::string_view text) {
  auto const code = text.substr(0, longest_module);
  long depth = 0;
  auto const end = scan_code(code, [&](std::size_t at) {
    if (std::string_view("{[(").find(code[at]) != std::string_view::npos) ++depth;
    if (std::string_view("}])").find(code[at]) != std::string_view::npos) --depth;
    return depth <= 0 && code.substr(at).starts_with("\n\n");
  });
  if (end != std::string_view::npos) return end;
  bool const whole = depth <= 0 && code.size() == text.size();
  return whole ? std::optional(text.size()) : std::nullopt;
}

std::string_view exported_object(std::string_view text) {
  for (std::string_view const name : {"frontmatter", "metadata", "meta"}) {
    auto const begin = "export const " + std::string(name) + " = {";
    auto const at = text.find(begin);
    if (at == std::string_view::npos || (at > 0 && text[at - 1] != '\n')) continue;
    auto const object = text.substr(at + begin.size() - 1, longest_module);
    long depth = 0;
    auto const end = scan_code(object, [&](std::size_t place) {
      if (object[place] == '{') ++depth;
      return object[place] == '}' && --depth == 0;
    });
    if (end != std::string_view::npos) return object.substr(0, end + 1);
  }
  return {};
}

std::size_t component_tag_bytes(std::string_view text) {
  std::size_t at = text.starts_with("</") ? 2 : 1;
  if (!text.starts_with('<') || at >= text.size() || !text::is_upper(text[at])) return 0;
  while (at < text.size() && is_component_name(text[at]))
    ++at;
  if (at == text.size() || std::string_view(" \t\n/>").find(text[at]) == std::string_view::npos)
    return 0;
  std::size_t const most = std::min(text.size(), longest_tag);
  while (at < most && text[at] != '>') {
    char const c = text[at];
    std::size_t past = at + 1;
    if (c == '{') {
      auto const bytes = balanced_bytes(text.substr(at));
      past = bytes == 0 ? 0 : at + bytes;
    }
    if (c == '"' || c == '\'') past = text.find(c, at + 1) + 1;
    if (c == '<' || past == 0) return 0;
    at = past;
  }
  return at < most ? at + 1 : 0;
}

} // namespace recap::indexer
