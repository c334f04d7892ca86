// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"

#include <string_view>

namespace recap::api {

/// Converts a Markdown draft to title, metadata and sections of plain text, close enough to the
/// indexer's result for the same related stories. Not a parser: it classifies lines by their
/// beginnings (headings, fences, lists, quotes, link definitions), and cleans paragraphs with
/// inline_text(). Accepts any bytes; linear time.
[[nodiscard]] index::Record markdown_draft(std::string_view markdown);

} // namespace recap::api
