// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string_view>

namespace recap::indexer {

/// How the text of an element is treated, in pages and in Markdown. The only table of tags.

/// True for an element whose text begins and ends a line.
[[nodiscard]] bool breaks_line(GumboTag tag);

/// True for an element that separates words within a line: a cell, a line break.
[[nodiscard]] bool sets_apart(GumboTag tag);

/// True for an element that is not part of the article's text.
[[nodiscard]] bool is_left_out(GumboTag tag);

/// True for an element that, until it is closed, treats everything after it as content or hides it.
[[nodiscard]] bool swallows(GumboTag tag);

/// True for a role whose element is not part of the article's text.
[[nodiscard]] bool is_role_left_out(std::string_view role);

/// 1 to 6 for a heading, else 0.
[[nodiscard]] std::uint32_t heading_level(GumboTag tag);

} // namespace recap::indexer
