// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

/// `{#id .class key="value"}`, `{: #id }` of kramdown, `{-}` of Pandoc, `{/* #id */}` of
/// Docusaurus.
struct AttributeList {
  std::size_t bytes = 0;
  std::string id; ///< the last that it has, or empty
};

/// The list that `text` begins with; nothing for braces that are none, as `{name}`.
[[nodiscard]] std::optional<AttributeList> attribute_list_at(std::string_view text);

/// `heading` without the list at its end (before the `##` that may close it), with a place for its
/// id.
[[nodiscard]] std::string with_place_for_id(std::string_view heading);

} // namespace recap::indexer
