// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace recap::indexer {

/// Merges databases, which it removes, into a compact one at `place`, articles in their order.
/// `work` is a folder for what is in between. Throws Xapian::Error.
void merge_databases(std::vector<std::filesystem::path> folders, std::filesystem::path const& work,
                     std::filesystem::path const& place);

/// Writes a compact copy of a database to `place`, articles with their numbers. Throws
/// Xapian::Error.
void compact_database(std::filesystem::path const& folder, std::filesystem::path const& place);

} // namespace recap::indexer
