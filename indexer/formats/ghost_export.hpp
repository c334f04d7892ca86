// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article_reader.hpp"

namespace recap::indexer {

/// A row of formats(): posts and pages in the JSON of Ghost's "Export", each converted to a line of
/// JSON. Unpublished and non-public ones become drafts. Throws Unreadable for any other JSON. Takes
/// about five times the file in memory.
void read_ghost_export(SourceFile const& file, ReadOptions const& options, RawVisit const& visit);

} // namespace recap::indexer
