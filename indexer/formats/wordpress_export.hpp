// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article_reader.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// A row of formats(): posts and pages in the XML of WordPress' "Export" (WXR), each converted to a
/// line of JSON. Unpublished ones, and those with a password, become drafts. Throws Unreadable for
/// any other XML. Takes about four times the file in memory.
void read_wordpress_export(SourceFile const& file, ReadOptions const& options,
                           RawVisit const& visit);

/// The content of a post as the HTML that WordPress makes of it: paragraphs at blank lines, except
/// within blocks, and without shortcodes.
[[nodiscard]] std::string wordpress_html(std::string_view content);

} // namespace recap::indexer
