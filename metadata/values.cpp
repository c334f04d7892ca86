// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/values.hpp"
#include "metadata/names.hpp"

#include "metadata/character_references.hpp"
#include "text/one_line.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace recap::metadata {
namespace {

std::string prose(Entry const& entry, std::string const& value) {
  return text::one_line(entry.for_page ? decoded_references(value) : value);
}

std::string complaint(Entry const& entry, std::string const& reason) {
  std::string const value =
      entry.values.empty() ? "" : " \"" + text::one_line(entry.values.front()) + '"';
  return entry.key + value + ": " + reason;
}

} // namespace

void refuse(Entry const& entry, std::string const& reason) {
  throw Unreadable(complaint(entry, reason), entry.line, entry.column);
}

Remark remark_on(Entry const& entry, std::string const& reason) {
  bool const first = entry.unread_line == 0 || entry.unread_line == entry.line;
  return {first ? entry.line : entry.unread_line, first ? entry.column : 0,
          complaint(entry, reason) + "; indexed without it"};
}

Entry const* first_of(Entries const& metadata, Keys keys) {
  for (auto const key : keys) {
    auto const* const entry = find(metadata, key);
    if (entry == nullptr) continue;
    if (!entry->values.empty() && !text::one_line(entry->values.front()).empty()) return entry;
  }
  return nullptr;
}

std::string text_of(Entries const& metadata, Keys keys) {
  auto const* const entry = first_of(metadata, keys);
  return entry == nullptr ? "" : text::one_line(entry->values.front());
}

std::string prose_of(Entries const& metadata, Keys keys) {
  auto const* const entry = first_of(metadata, keys);
  return entry == nullptr ? "" : prose(*entry, entry->values.front());
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    auto const end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> list_of(Entries const& metadata, Keys keys, Values kind) {
  std::vector<std::string> list;
  std::set<std::string> seen;
  for (auto const key : keys) {
    auto const* const entry = find(metadata, key);
    if (entry == nullptr) continue;
    auto values = entry->values;
    if (kind == Values::with_commas && entry->kind == Entry::Kind::text && !values.empty())
      values = split(values.front(), ',');
    bool const is_prose = kind == Values::prose || kind == Values::names;
    if (kind == Values::names && entry->kind == Entry::Kind::text && !values.empty())
      values = names_in(prose(*entry, values.front()));
    for (auto const& value : values) {
      std::string line = is_prose ? prose(*entry, value) : text::one_line(value);
      if (!line.empty() && seen.insert(text::fold(line)).second) list.push_back(std::move(line));
    }
  }
  return list;
}

std::string without_links(std::string_view text) {
  std::string out;
  for (auto close = text.find("]("); close != std::string_view::npos; close = text.find("](")) {
    auto const open = text.rfind('[', close);
    auto const end = text.find(')', close);
    if (end == std::string_view::npos) break;
    bool const link = open != std::string_view::npos;
    out.append(link ? text.substr(0, open) : text.substr(0, end + 1));
    if (link) out.append(text.substr(open + 1, close - open - 1));
    text.remove_prefix(end + 1);
  }
  return out.append(text);
}

} // namespace recap::metadata
