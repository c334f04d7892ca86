// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/template_code.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace recap::indexer {
namespace {

/// Longer than any tag; bounds the work on text that only looks like the beginning of one.
constexpr std::size_t longest_tag = 4096;

struct Bracket {
  std::string_view open;
  std::string_view close;
};

constexpr std::array<Bracket, 4> brackets{
    {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}}};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_name(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '$';
}

/// The value of `text="..."` in a shortcode.
std::string_view shown_text(std::string_view tag) {
  constexpr std::string_view key = " text=\"";
  auto const begin = tag.find(key);
  if (begin == std::string_view::npos) return {};
  tag.remove_prefix(begin + key.size());
  auto const end = tag.find('"');
  return end == std::string_view::npos ? std::string_view() : tag.substr(0, end);
}

class Cleaner {
public:
  Cleaner(std::string_view text, Dialect dialect)
      : rest_(text)
      , dialect_(dialect) {}

  std::string clean() {
    while (!rest_.empty()) {
      if (line_begins_ && code_block()) continue;
      if (line_begins_ && module_code()) continue;
      char const c = rest_.front();
      bool const done = c == '`'                                ? code_span()
                        : c == '{'                              ? braces()
                        : c == '<'                              ? component_tag()
                        : c == '\\' && dialect_ == Dialect::mdx ? escape()
                                                                : false;
      if (!done) keep(1);
    }
    return std::move(out_);
  }

private:
  void keep(std::size_t bytes) {
    for (char c : rest_.substr(0, bytes)) {
      bool const space = c == ' ' || c == '\t' || c == '\r';
      if (c == '\n') after_blank_ = line_begins_;
      line_begins_ = c == '\n' || (line_begins_ && space);
    }
    out_.append(rest_.substr(0, bytes));
    rest_.remove_prefix(bytes);
  }

  /// Leaves out, but keeps the ends of lines.
  void drop(std::size_t bytes, std::string_view instead = " ") {
    out_.append(instead);
    out_.append(static_cast<std::size_t>(std::ranges::count(rest_.substr(0, bytes), '\n')), '\n');
    rest_.remove_prefix(bytes);
  }

  /// A whole fenced block, as it is.
  bool code_block() {
    bool const fence = rest_.starts_with("```") || rest_.starts_with("~~~");
    if (!fence) return false;
    auto const marks = rest_.substr(0, rest_.find_first_not_of(rest_.front()));
    std::size_t at = line_end(0);
    while (at < rest_.size()) {
      std::string_view const line = rest_.substr(at, line_end(at) - at);
      auto const begin = line.find_first_not_of(" \t>");
      at = line_end(at);
      if (begin != std::string_view::npos && line.substr(begin).starts_with(marks)) break;
    }
    keep(at);
    return true;
  }

  [[nodiscard]] std::size_t line_end(std::size_t from) const {
    auto const end = rest_.find('\n', from);
    return end == std::string_view::npos ? rest_.size() : end + 1;
  }

  /// MDX takes a block that begins with import or export, up to a blank line, for a module's.
  bool module_code() {
    bool const begins = dialect_ == Dialect::mdx && after_blank_ &&
                        (rest_.starts_with("import ") || rest_.starts_with("export "));
    if (!begins) return false;
    auto const end = std::min(rest_.find("\n\n"), rest_.size());
    drop(end, "");
    return true;
  }

  bool code_span() {
    auto const ticks = std::min(rest_.find_first_not_of('`'), rest_.size());
    std::string_view const mark = rest_.substr(0, ticks);
    std::string_view const paragraph = rest_.substr(0, rest_.find("\n\n"));
    auto end = paragraph.find(mark, ticks);
    while (end != std::string_view::npos) {
      auto const past = std::min(paragraph.find_first_not_of('`', end), paragraph.size());
      if (past - end == ticks) {
        keep(past);
        return true;
      }
      end = paragraph.find(mark, past);
    }
    keep(ticks);
    return true;
  }

  bool escape() {
    keep(std::min<std::size_t>(2, rest_.size()));
    return true;
  }

  bool braces() {
    for (auto const& [open, close] : brackets) {
      if (!rest_.starts_with(open)) continue;
      auto const end = rest_.substr(0, longest_tag).find(close, open.size());
      if (end == std::string_view::npos) continue;
      std::string_view const tag = rest_.substr(0, end + close.size());
      if (tag.starts_with("{%") && tag.find(" comment ") == 2) return comment();
      std::string const shown(shown_text(tag));
      drop(tag.size(), shown.empty() ? " " : shown);
      return true;
    }
    if (dialect_ != Dialect::mdx) return false;
    auto const end = balanced(0);
    if (end == 0) return false;
    drop(end);
    return true;
  }

  bool comment() {
    constexpr std::string_view close = "{% endcomment %}";
    auto const end = rest_.find(close);
    drop(end == std::string_view::npos ? rest_.find("%}") + 2 : end + close.size());
    return true;
  }

  /// Past the bracket that closes the `{` at `begin`; 0 when none does.
  [[nodiscard]] std::size_t balanced(std::size_t begin) const {
    std::size_t depth = 0;
    std::size_t const most = std::min(rest_.size(), begin + longest_tag);
    for (std::size_t at = begin; at < most; ++at) {
      if (rest_[at] == '{') ++depth;
      if (rest_[at] == '}' && --depth == 0) return at + 1;
    }
    return 0;
  }

  bool component_tag() {
    std::size_t at = rest_.starts_with("</") ? 2 : 1;
    if (at >= rest_.size() || !is_upper(rest_[at])) return false;
    while (at < rest_.size() && is_name(rest_[at]))
      ++at;
    if (at == rest_.size() || std::string_view(" \t\n/>").find(rest_[at]) == std::string_view::npos)
      return false;
    std::size_t const most = std::min(rest_.size(), longest_tag);
    while (at < most && rest_[at] != '>') {
      char const c = rest_[at];
      std::size_t past = at + 1;
      if (c == '{') past = balanced(at);
      if (c == '"' || c == '\'') past = rest_.find(c, at + 1) + 1;
      if (c == '<' || past == 0) return false;
      at = past;
    }
    if (at >= most) return false;
    drop(at + 1, "");
    return true;
  }

  std::string_view rest_;
  Dialect dialect_;
  std::string out_;
  bool line_begins_ = true; ///< only space so far on this line
  bool after_blank_ = true; ///< the line before is blank
};

} // namespace

std::string without_template_code(std::string_view markdown, Dialect dialect) {
  return Cleaner(markdown, dialect).clean();
}

} // namespace recap::indexer
