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

/// The markup beyond CommonMark at the beginning of `text`: Obsidian's comments (`%%hidden%%`;
/// several lines if it begins a line), links (`[[page|shown]]`) and embeds (`![[file]]`),
/// `==marked==`, and attribute lists (`{: .class}`, `{width=300}`), which belong to the markup
/// before them. `before`: the text before `text`.
[[nodiscard]] std::optional<InlineMarkup> inline_markup_at(std::string_view text,
                                                           std::string_view before);

/// The text that a component's tag shows: its `label` or `title`, as a separate line; empty without
/// one.
[[nodiscard]] std::string component_title(std::string_view tag);

} // namespace recap::indexer
