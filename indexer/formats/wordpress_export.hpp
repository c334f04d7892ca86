// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article_reader.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// A row of formats(): posts and pages of the XML that WordPress' "Export" writes (WXR), each as a
/// line of JSON. What is not published, or has a password, becomes a draft. Throws Unreadable for
/// any other XML. Takes some four times the file in memory.
void read_wordpress_export(SourceFile const& file, ReadOptions const& options,
                           RawVisit const& visit);

/// The content of a post as the HTML that WordPress makes of it: paragraphs where blank lines are,
/// unless blocks have them, and no shortcodes.
[[nodiscard]] std::string wordpress_html(std::string_view content);

} // namespace recap::indexer
