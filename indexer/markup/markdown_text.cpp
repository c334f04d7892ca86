// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/markdown_text.hpp"

#include "indexer/markup/template_code.hpp"
#include "text/one_line.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace recap::indexer {
namespace {

/// Around the number of a literal, which is kept while the text around it is cleaned: a private-use
/// character.
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

/// `text` with the literals in place of their numbers. Some may be gone with template code.
std::string with_literals(std::string_view text, std::vector<std::string_view> const& literals) {
  std::string out;
  for (auto mark = text.find(code_mark); mark != std::string_view::npos;
       mark = text.find(code_mark)) {
    out.append(text.substr(0, mark));
    text.remove_prefix(mark + code_mark.size());
    std::size_t number = 0;
    auto const end = text.find(code_mark);
    std::from_chars(text.data(), text.data() + end, number);
    out.append(literals[number]);
    text.remove_prefix(end + code_mark.size());
  }
  return out.append(text);
}

} // namespace

std::string clean_line(std::vector<Stretch> const& stretches) {
  std::string marked;
  std::vector<std::string_view> literals;
  auto const keep = [&](std::string_view literal) {
    marked.append(code_mark).append(std::to_string(literals.size())).append(code_mark);
    literals.push_back(literal);
  };
  for (auto const& stretch : stretches) {
    if (stretch.code) {
      keep(stretch.text);
      continue;
    }
    std::string_view rest = stretch.text;
    for (auto at = rest.find(code_mark); at != std::string_view::npos; at = rest.find(code_mark)) {
      marked.append(rest.substr(0, at));
      keep(code_mark); // a sign of an icon font
      rest.remove_prefix(at + code_mark.size());
    }
    marked.append(rest);
  }
  std::string text = without_templates(marked);
  erase_all(text, "**");
  erase_all(text, address_mark);
  return with_literals(text::one_line(text), literals);
}

} // namespace recap::indexer
