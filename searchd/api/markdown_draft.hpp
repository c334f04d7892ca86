// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"

#include <string_view>

namespace recap::api {

/// A draft in Markdown as title, metadata and sections of plain text, near enough to what the
/// indexer makes of the same file that both find the same related stories. No parser: lines are
/// told apart by their beginnings (headings, fences, lists, quotes, definitions of links), and
/// paragraphs cleaned by inline_text(). Takes any bytes; time is linear in their number.
[[nodiscard]] index::Record markdown_draft(std::string_view markdown);

} // namespace recap::api
