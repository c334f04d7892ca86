// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/format.hpp"

namespace recap::indexer {

// Rows of formats().

/// Parses the article on one line of JSON: `id`, and `text`, `markdown` or `html`; other keys as in
/// front matter. Throws Unreadable with the line.
[[nodiscard]] Article read_json_line(RawArticle const& raw, SourceFile const& file,
                                     ReadOptions const& options);
[[nodiscard]] ArticleFacts json_line_facts(RawArticle const& raw);

} // namespace recap::indexer
