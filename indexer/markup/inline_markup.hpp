// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

/// Markup within a line, and the text that readers see.
struct InlineMarkup {
  std::size_t bytes = 0;
  std::string shown;
};

/// The markup beyond CommonMark that `text` begins with: Obsidian's comments (`%%hidden%%`, over
/// several lines where one begins the line), links (`[[page|shown]]`) and embeds (`![[file]]`),
/// `==marked==`, and the attribute list (`{: .class}`, `{width=300}`) of what stands before it.
/// `before`: the text before it.
[[nodiscard]] std::optional<InlineMarkup> inline_markup_at(std::string_view text,
                                                           std::string_view before);

/// The text that the tag of a component shows: its `label` or `title`, as a separate line; or
/// empty.
[[nodiscard]] std::string component_title(std::string_view tag);

} // namespace recap::indexer
