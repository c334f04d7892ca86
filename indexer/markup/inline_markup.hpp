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

/// The markup beyond CommonMark at the beginning of `text`: Obsidian's comments (`%%hidden%%`, over
/// several lines if one begins the line), links (`[[page|shown]]`) and embeds (`![[file]]`), and
/// attribute lists (`{: .class}`, `{width=300}`) of what precedes them. `before`: the text before
/// it.
[[nodiscard]] std::optional<InlineMarkup> inline_markup_at(std::string_view text,
                                                           std::string_view before);

/// The text that the tag of a component shows: its `label` or `title`, as a separate line; or
/// empty.
[[nodiscard]] std::string component_title(std::string_view tag);

} // namespace recap::indexer
