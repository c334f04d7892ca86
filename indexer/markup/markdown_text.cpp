// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/markdown_text.hpp"

#include "indexer/markup/template_code.hpp"
#include "text/one_line.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

/// Replaces a code span while the text around it is cleaned: a private-use character.
constexpr std::string_view code_mark = "\xEF\x80\x80";

struct OpenClose {
  std::string_view open;
  std::string_view close;
};

constexpr std::array<OpenClose, 4> template_brackets{
    {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}}};

void erase_all(std::string& text, std::string_view part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.erase(at, part.size());
}

/// Removes template code that is closed; unclosed code counts as text.
std::string without_templates(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const brace = std::min(text.find('{'), text.size());
    out.append(text.substr(0, brace));
    text.remove_prefix(brace);
    std::size_t length = 0;
    for (auto const& [open, close] : template_brackets) {
      if (!text.starts_with(open)) continue;
      auto const end = text.find(close, open.size());
      if (end != std::string_view::npos) {
        length = end + close.size();
        break;
      }
    }
    if (length > 0) {
      out += ' ';
    } else if (!text.empty()) {
      out += text.front();
      length = 1;
    }
    text.remove_prefix(length);
  }
  return out;
}

} // namespace

std::string clean_line(std::vector<Stretch> const& stretches) {
  std::string marked;
  for (auto const& stretch : stretches)
    marked += stretch.code ? std::string(code_mark) : stretch.text;
  std::string text = without_templates(marked);
  erase_all(text, "**");
  erase_all(text, address_mark);
  text = text::one_line(text);
  std::string out;
  auto code = stretches.begin();
  std::size_t at = 0;
  while (true) {
    auto const mark = text.find(code_mark, at);
    out.append(text, at, mark == std::string::npos ? mark : mark - at);
    if (mark == std::string::npos) return out;
    code = std::find_if(code, stretches.end(), [](Stretch const& stretch) { return stretch.code; });
    if (code != stretches.end()) out += (code++)->text;
    at = mark + code_mark.size();
  }
}

} // namespace recap::indexer
