// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/wordpress_export.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <set>

namespace recap::indexer {
namespace {

bool is_name(char c) {
  return text::is_alphanumeric(c) || c == '-' || c == '_';
}

/// Longer than any real shortcode; bounds the work for text that only looks like one.
constexpr std::size_t longest_shortcode = 4096;

/// `[name key="value"]`, `[name /]` or `[/name]`.
struct Shortcode {
  std::string_view name; ///< empty: not a shortcode
  std::size_t bytes = 0;
  bool closes = false;
  bool has_attributes = false; ///< or ends in a slash: not prose
};

Shortcode shortcode_at(std::string_view text) {
  if (!text.starts_with('[')) return {};
  auto const end = text.substr(0, longest_shortcode).find_first_of("]\n[", 1);
  if (end == std::string_view::npos || text[end] != ']') return {};
  auto inside = text.substr(1, end - 1);
  bool const closes = inside.starts_with('/');
  if (closes) inside.remove_prefix(1);
  auto const letters = std::ranges::find_if_not(inside, is_name) - inside.begin();
  auto const name = inside.substr(0, static_cast<std::size_t>(letters));
  auto const rest = inside.substr(name.size());
  if (name.empty() || !text::is_letter(name.front())) return {};
  bool const attributes = rest.find('=') != std::string_view::npos || rest.ends_with('/');
  if (!rest.empty() && !rest.starts_with(' ') && rest != "/") return {};
  return {.name = name, .bytes = end + 1, .closes = closes, .has_attributes = attributes};
}

std::set<std::string_view> closed_names(std::string_view content) {
  std::set<std::string_view> names;
  for (auto at = content.find("[/"); at != std::string_view::npos;
       at = content.find("[/", at + 1)) {
    auto const found = shortcode_at(content.substr(at));
    if (found.closes) names.insert(found.name);
  }
  return names;
}

/// Keeps brackets in prose, such as `[sic]`.
std::string without_shortcodes(std::string_view content) {
  auto const closed = closed_names(content);
  std::string out;
  while (!content.empty()) {
    auto const open = std::min(content.find('['), content.size());
    out += content.substr(0, open);
    content.remove_prefix(open);
    auto const code = shortcode_at(content);
    bool const is_code = code.bytes > 0 && (code.has_attributes || closed.contains(code.name));
    auto const bytes = is_code ? code.bytes : std::min<std::size_t>(1, content.size());
    if (!is_code) out += content.substr(0, bytes);
    content.remove_prefix(bytes);
  }
  return out;
}

/// End of the element at `at` that keeps its blank lines; `at` if there is none.
std::size_t end_of_kept(std::string_view html, std::size_t at) {
  for (std::string_view const tag : {"pre", "script", "style", "textarea"}) {
    auto const behind = at + 1 + tag.size();
    if (!text::equal_letters(html.substr(at + 1, tag.size()), tag)) continue;
    if (behind < html.size() && is_name(html[behind])) continue;
    auto const end = html.find("</" + std::string(tag), behind);
    return std::min(end, html.size());
  }
  return at;
}

} // namespace

std::string wordpress_html(std::string_view content) {
  auto const html = without_shortcodes(content);
  if (html.find("<!-- wp:") != std::string::npos) return html;
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      auto const end = end_of_kept(html, at);
      out += html.substr(at, end - at);
      at = end;
      if (at < html.size()) out += html[at++];
      continue;
    }
    auto const blank = html[at] == '\n' ? html.find_first_not_of(" \t\r\n", at) : at;
    auto const end = std::min(blank, html.size());
    bool const paragraph = std::count(html.begin() + static_cast<std::ptrdiff_t>(at),
                                      html.begin() + static_cast<std::ptrdiff_t>(end), '\n') > 1;
    out += html.substr(at, std::max<std::size_t>(end - at, 1));
    if (paragraph) out += "<p>";
    at = std::max(end, at + 1);
  }
  return out;
}

} // namespace recap::indexer
