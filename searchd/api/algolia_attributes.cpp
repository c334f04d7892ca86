// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_attributes.hpp"

#include <algorithm>
#include <array>

namespace recap::api {
namespace {

using index::FieldId;

/// Alternative names of the fields in sites and clients.
constexpr auto other_names = std::to_array<AlgoliaAttribute>({
    {"authors", FieldId::author, true, false, false},
    {"topic", FieldId::topic, true, false, false},
    {"_tags", FieldId::topic, true, false, false},
    {"language", FieldId::lang, true, false, false},
    {"date_timestamp", FieldId::date, true, true, false},
    {"objectID", FieldId::id, false, false, false},
});

std::vector<AlgoliaAttribute> all_attributes() {
  std::vector<AlgoliaAttribute> all;
  for (index::Field const& field : index::fields) {
    bool const is_number = field.kind == index::ValueKind::year;
    if (field.facet) all.push_back({field.member, field.id, true, is_number, true});
  }
  all.insert(all.end(), other_names.begin(), other_names.end());
  return all;
}

/// `hierarchy` and `hierarchy.*` include everything below.
bool covers(std::string_view name, std::string_view path) {
  if (name.ends_with(".*")) name.remove_suffix(2);
  return path == name ||
         (path.size() > name.size() && path.starts_with(name) && path[name.size()] == '.');
}

} // namespace

std::span<AlgoliaAttribute const> algolia_attributes() {
  static auto const attributes = all_attributes();
  return attributes;
}

AlgoliaAttribute const* algolia_attribute(std::string_view name) {
  auto const attributes = algolia_attributes();
  auto const found = std::ranges::find(attributes, name, &AlgoliaAttribute::name);
  return found == attributes.end() ? nullptr : &*found;
}

bool AttributeList::names(std::string_view path) const {
  return std::ranges::any_of(names_, [&](auto const& name) { return covers(name, path); });
}

bool AttributeList::has(std::string_view path) const {
  auto const left_out = [&](std::string_view name) {
    return name.starts_with('-') && covers(name.substr(1), path);
  };
  if (std::ranges::any_of(names_, left_out)) return false;
  return std::ranges::find(names_, "*") != names_.end() || names(path);
}

} // namespace recap::api
