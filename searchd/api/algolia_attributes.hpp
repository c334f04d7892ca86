// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// An attribute of the records that Algolia clients may filter by. Clients and
/// sites call some of them differently: `topic`, `topics` and `_tags` are one field.
struct AlgoliaAttribute {
  std::string_view name;
  index::FieldId field;
  bool is_facet;  ///< its values can be counted
  bool is_number; ///< may be compared: `year>=2020`
  bool is_listed; ///< among those that `facets: ["*"]` stands for
};

[[nodiscard]] std::span<AlgoliaAttribute const> algolia_attributes();

/// Nothing for a name that no record has.
[[nodiscard]] AlgoliaAttribute const* algolia_attribute(std::string_view name);

/// A list of attributes as `attributesToRetrieve` has it: `*`, names, dotted paths,
/// `hierarchy.*`, and `-name` for what is left out.
class AttributeList {
public:
  explicit AttributeList(std::vector<std::string> names)
      : names_(std::move(names)) {}

  [[nodiscard]] bool has(std::string_view path) const;
  /// Has it by its name, not by `*`.
  [[nodiscard]] bool names(std::string_view path) const;

private:
  std::vector<std::string> names_;
};

} // namespace recap::api
