// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace recap::indexer {

/// Merges databases, removing them, into a compact one at `place`, keeping the order of their
/// articles. `work`: a folder for temporary files. Throws Xapian::Error.
void merge_databases(std::vector<std::filesystem::path> folders, std::filesystem::path const& work,
                     std::filesystem::path const& place);

/// Writes a compact copy of a database to `place`, keeping the numbers of articles. Throws
/// Xapian::Error.
void compact_database(std::filesystem::path const& folder, std::filesystem::path const& place);

} // namespace recap::indexer
