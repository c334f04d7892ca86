// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string_view>

namespace recap::indexer {

/// What becomes of the text of an element, in pages as in Markdown: the one table of tags.

/// True for an element whose text begins and ends a line.
[[nodiscard]] bool breaks_line(GumboTag tag);

/// True for an element that only sets its text apart in a line: a cell, a line break.
[[nodiscard]] bool sets_apart(GumboTag tag);

/// True for an element that is no part of the article's text.
[[nodiscard]] bool is_left_out(GumboTag tag);

/// True for an element that takes all that follows for its content, or hides it, until it is
/// closed.
[[nodiscard]] bool swallows(GumboTag tag);

/// True for a role whose element is no part of the article's text.
[[nodiscard]] bool is_role_left_out(std::string_view role);

/// 1 to 6 of a heading; else 0.
[[nodiscard]] std::uint32_t heading_level(GumboTag tag);

} // namespace recap::indexer
