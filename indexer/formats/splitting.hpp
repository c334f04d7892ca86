// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article_reader.hpp"

namespace recap::indexer {

// Split files of a format into articles, for rows of formats(). Each calls `visit` as
// for_each_article() does, and throws as it does.

void read_whole(SourceFile const& file, ReadOptions const& options, RawVisit const& visit);

/// Skips blank lines.
void read_lines(SourceFile const& file, ReadOptions const& options, RawVisit const& visit);

} // namespace recap::indexer
