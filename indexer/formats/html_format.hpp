// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/format.hpp"

namespace recap::indexer {

// Rows of formats(): a page of a built site, or the HTML of a site that is still to be built, with
// front matter, which then counts before what the page says.

[[nodiscard]] Article read_html_file(RawArticle const& raw, SourceFile const& file,
                                     ReadOptions const& options);
[[nodiscard]] ArticleFacts html_facts(RawArticle const& raw);

} // namespace recap::indexer
