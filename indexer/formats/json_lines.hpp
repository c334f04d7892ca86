// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/format.hpp"

namespace recap::indexer {

// Rows of formats().

/// The article of one line of JSON: `id`, and `text`, `markdown` or `html`; the other keys as in
/// front matter. Throws Unreadable naming the line.
[[nodiscard]] Article read_json_line(RawArticle const& raw, SourceFile const& file,
                                     ReadOptions const& options);
[[nodiscard]] ArticleFacts json_line_facts(RawArticle const& raw);

} // namespace recap::indexer
