// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article_reader.hpp"

namespace recap::indexer {

/// A row of formats(): posts and pages of the JSON that Ghost's "Export" writes, each as a line of
/// JSON. What is not published and public becomes a draft. Throws Unreadable for any other JSON.
/// Takes some five times the file in memory.
void read_ghost_export(SourceFile const& file, ReadOptions const& options, RawVisit const& visit);

} // namespace recap::indexer
