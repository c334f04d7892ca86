// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/difference.hpp"

#include "index/fields.hpp"
#include "indexer/report/report.hpp"

#include <algorithm>
#include <string_view>

namespace recap::indexer {
namespace {

using index::Section;

template <typename Member>
bool same_sections(index::Record const& before, index::Record const& after, Member member) {
  return std::ranges::equal(before.sections, after.sections, {}, member, member);
}

} // namespace

std::vector<std::string> differing_fields(index::Record const& before, index::Record const& after) {
  std::vector<std::string> fields;
  auto const compare = [&](std::string_view name, bool same) {
    if (!same) fields.emplace_back(name);
  };
  for (index::Field const& field : index::fields)
    compare(field.member, index::values_of(before, field) == index::values_of(after, field));
  compare("headings", same_sections(before, after, &Section::heading) &&
                          same_sections(before, after, &Section::level) &&
                          same_sections(before, after, &Section::anchor));
  compare("text", same_sections(before, after, &Section::text));
  return fields;
}

std::size_t text_bytes(index::Record const& record) {
  std::size_t bytes = 0;
  for (auto const& section : record.sections)
    bytes += section.heading.size() + section.text.size();
  return bytes;
}

std::string to_line(Difference const& difference) {
  std::string const place = difference.line == 0 ? "" : ':' + std::to_string(difference.line);
  std::string const article =
      visible(difference.id) + " (" + visible(difference.file) + place + ')';
  std::string const title = ": \"" + visible(difference.title) + '"';
  if (difference.kind == Difference::Kind::added) {
    return "would add " + article + title + ", " + std::to_string(difference.bytes_after) +
           " bytes of text";
  }
  if (difference.kind == Difference::Kind::removed) return "would remove " + article + title;
  std::string fields;
  for (auto const& field : difference.fields) {
    fields += (fields.empty() ? ": " : ", ") + field;
    if (field == "text") {
      fields += ' ' + std::to_string(difference.bytes_before) + " -> " +
                std::to_string(difference.bytes_after) + " bytes";
    }
  }
  return "would change " + article + (fields.empty() ? ": nothing in the index" : fields);
}

} // namespace recap::indexer
