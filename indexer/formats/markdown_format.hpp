// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/format.hpp"

namespace recap::indexer {

// Rows of formats().

[[nodiscard]] Article read_markdown(RawArticle const& raw, SourceFile const& file,
                                    ReadOptions const& options);
[[nodiscard]] Article read_mdx(RawArticle const& raw, SourceFile const& file,
                               ReadOptions const& options);
[[nodiscard]] ArticleFacts markdown_facts(RawArticle const& raw);

} // namespace recap::indexer
