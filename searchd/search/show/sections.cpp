// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/sections.hpp"

#include "index/fields.hpp"

#include <algorithm>
#include <iterator>

namespace recap::search {

std::vector<std::string_view> texts_of(index::Record const& record,
                                       std::optional<std::size_t> section) {
  if (section) return {record.sections[*section].heading, record.sections[*section].text};
  std::vector<std::string_view> texts;
  index::for_each_text(record, [&](index::Field const& field, std::string_view text) {
    if (field.kind != index::ValueKind::year) texts.push_back(text);
  });
  return texts;
}

std::optional<Sections::Place> Sections::of(std::uint32_t position) {
  auto const& sections = record_.sections;
  auto const after =
      std::ranges::upper_bound(sections, position, {}, &index::Section::first_position);
  if (after == sections.begin() || position >= std::prev(after)->end_position) return std::nullopt;
  index::Section const& section = *std::prev(after);
  auto const number = static_cast<std::size_t>(std::prev(after) - sections.begin());
  auto& words = heading_words_[number];
  if (!words) words = reader_.heading_words(id_, number);
  return Place{number, position < section.first_position + *words};
}

} // namespace recap::search
