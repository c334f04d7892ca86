// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// An attribute of the records that Algolia's clients may filter by. A field may have several
/// names: `topic`, `topics` and `_tags`.
struct AlgoliaAttribute {
  std::string_view name;
  index::FieldId field;
  bool is_facet;  ///< its values can be counted
  bool is_number; ///< may be compared: `year>=2020`
  bool is_listed; ///< included in `facets: ["*"]`
};

[[nodiscard]] std::span<AlgoliaAttribute const> algolia_attributes();

/// Null for an unknown attribute.
[[nodiscard]] AlgoliaAttribute const* algolia_attribute(std::string_view name);

/// A list of attributes as in `attributesToRetrieve`: `*`, names, dotted paths, `hierarchy.*`, and
/// `-name` to exclude one.
class AttributeList {
public:
  explicit AttributeList(std::vector<std::string> names)
      : names_(std::move(names)) {}

  [[nodiscard]] bool has(std::string_view path) const;
  /// True if the list has the path by name, not by `*`.
  [[nodiscard]] bool names(std::string_view path) const;

private:
  std::vector<std::string> names_;
};

} // namespace recap::api
