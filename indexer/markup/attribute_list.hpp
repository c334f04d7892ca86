// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

/// `{#id .class key="value"}`, `{: #id }` in kramdown, `{-}` in Pandoc, `{/* #id */}` in
/// Docusaurus.
struct AttributeList {
  std::size_t bytes = 0;
  std::string id; ///< the last id in it, or empty
};

/// The list at the beginning of `text`; nullopt for other braces, such as `{name}`.
[[nodiscard]] std::optional<AttributeList> attribute_list_at(std::string_view text);

/// `heading` with the list at its end (before a closing `##`) replaced by an empty anchor with its
/// id.
[[nodiscard]] std::string with_place_for_id(std::string_view heading);

} // namespace recap::indexer
