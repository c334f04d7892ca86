// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/attribute_list.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

constexpr std::string_view spaces = " \t";

/// Longer than any real list.
constexpr std::size_t longest_list = 512;

void trim_end(std::string_view& text) {
  text = text.substr(0, text.find_last_not_of(spaces) + 1);
}

/// End of the item that begins at `at`; a quoted value may contain spaces and braces.
std::size_t end_of_item(std::string_view text, std::size_t at) {
  while (at < text.size() && spaces.find(text[at]) == std::string_view::npos && text[at] != '}') {
    if (text[at] == '"' || text[at] == '\'')
      at = std::min(text.find(text[at], at + 1), text.size());
    if (at < text.size()) ++at;
  }
  return at;
}

std::string_view unquoted(std::string_view value) {
  bool const quoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

/// False for an item that no list contains. `loose`: kramdown also allows names of other lists.
bool take_item(std::string_view item, bool loose, std::string& id) {
  if (item.starts_with('#') && item.size() > 1) {
    id = item.substr(1);
    return true;
  }
  auto const equals = item.find('=');
  if (item.starts_with("id=")) id = unquoted(item.substr(3));
  bool const named = equals != std::string_view::npos && equals > 0 &&
                     item.substr(0, equals).find_first_of("#.{}()\"'") == std::string_view::npos;
  return loose || named || item == "-" || (item.starts_with('.') && item.size() > 1);
}

/// Beginning of the list at the end of `line`; npos without one.
std::size_t begin_of_last_list(std::string_view line) {
  if (!line.ends_with('}')) return std::string_view::npos;
  for (auto at = line.rfind('{'); at != std::string_view::npos && at > 0;
       at = line.rfind('{', at - 1)) {
    auto const list = attribute_list_at(line.substr(at));
    if (list && at + list->bytes == line.size()) return at;
    if (line.size() - at > longest_list) break;
  }
  return std::string_view::npos;
}

} // namespace

std::optional<AttributeList> attribute_list_at(std::string_view text) {
  if (!text.starts_with('{')) return std::nullopt;
  text = text.substr(0, longest_list);
  text = text.substr(0, text.find('\n'));
  if (text.starts_with("{/*")) {
    auto const end = text.find("*/}");
    auto const id = std::min(text.find_first_not_of(spaces, 3), text.size());
    if (end == std::string_view::npos || !text.substr(id).starts_with('#')) return std::nullopt;
    auto const id_end = std::min(text.find_first_of(" \t*", id), end);
    return AttributeList{end + 3, std::string(text.substr(id + 1, id_end - id - 1))};
  }
  bool const loose = text.starts_with("{:");
  AttributeList list;
  std::size_t at = loose ? 2 : 1;
  bool any = false;
  while (true) {
    at = text.find_first_not_of(spaces, at);
    if (at == std::string_view::npos) return std::nullopt;
    if (text[at] == '}') break;
    auto const end = end_of_item(text, at);
    if (!take_item(text.substr(at, end - at), loose, list.id)) return std::nullopt;
    any = true;
    at = end;
  }
  list.bytes = at + 1;
  return any || loose ? std::optional(list) : std::nullopt;
}

std::string with_place_for_id(std::string_view heading) {
  trim_end(heading);
  auto line = heading;
  while (line.ends_with('#'))
    line.remove_suffix(1);
  // `## C#` ends in a sign of the text.
  bool const closed = line.size() < heading.size() && (line.ends_with(' ') || line.ends_with('\t'));
  if (!closed) line = heading;
  trim_end(line);
  auto const begin = begin_of_last_list(line);
  if (begin == std::string_view::npos) return std::string(heading);
  auto const id = attribute_list_at(line.substr(begin))->id;
  line = line.substr(0, begin);
  trim_end(line);
  // `## Title ## {#id}`
  auto const sign = line.find_last_not_of('#');
  if (sign != std::string_view::npos && sign + 1 < line.size() && line[sign] == ' ')
    line = line.substr(0, sign);
  std::string out(line);
  if (id.find_first_of("<>\"") == std::string::npos && !id.empty())
    out.append(" <a id=\"").append(id).append("\"></a>");
  return out;
}

} // namespace recap::indexer
