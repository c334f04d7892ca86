// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/format.hpp"

namespace recap::indexer {

// Rows of formats(): a page of a built site, or an HTML source with front matter, which overrides
// the page.

[[nodiscard]] Article read_html_file(RawArticle const& raw, SourceFile const& file,
                                     ReadOptions const& options);
[[nodiscard]] ArticleFacts html_facts(RawArticle const& raw);

} // namespace recap::indexer
