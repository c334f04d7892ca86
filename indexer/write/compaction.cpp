// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/compaction.hpp"

#include <xapian.h>

#include <algorithm>
#include <span>
#include <string>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

/// Databases merged at once: each uses five of the files that a process may open.
constexpr std::size_t most_merged = 64;

void merge(std::span<fs::path const> folders, fs::path const& place) {
  Xapian::Database all;
  for (auto const& folder : folders)
    all.add_database(Xapian::Database(folder.string()));
  all.compact(place.string(), Xapian::Compactor::FULL);
}

} // namespace

void merge_databases(std::vector<fs::path> folders, fs::path const& work, fs::path const& place) {
  for (std::size_t level = 0; folders.size() > most_merged; ++level) {
    std::vector<fs::path> merged;
    for (std::size_t first = 0; first < folders.size(); first += most_merged) {
      std::size_t const count = std::min(most_merged, folders.size() - first);
      merged.push_back(work / ("merged-" + std::to_string(level) + '-' +
                               std::to_string(merged.size()) + '-' + place.filename().string()));
      merge({folders.begin() + static_cast<std::ptrdiff_t>(first), count}, merged.back());
      for (std::size_t i = first; i < first + count; ++i)
        fs::remove_all(folders[i]);
    }
    folders = std::move(merged);
  }
  merge(folders, place);
}

void compact_database(fs::path const& folder, fs::path const& place) {
  Xapian::Database(folder.string())
      .compact(place.string(), Xapian::Compactor::FULL | Xapian::DBCOMPACT_NO_RENUMBER);
}

} // namespace recap::indexer
