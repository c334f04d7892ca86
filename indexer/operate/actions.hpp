// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace recap::indexer {

// Operations on an existing index. All throw index::Error.

struct Rollback {
  std::optional<std::uint64_t> from; ///< nullopt if CURRENT was unreadable
  std::uint64_t to = 0;
};
/// Makes the newest intact generation before the current one current.
[[nodiscard]] Rollback roll_back(std::filesystem::path const& database);

struct Verified {
  std::uint64_t generation = 0;
  bool current = false;
  std::uint64_t articles = 0;
  std::vector<std::string> problems = {}; ///< empty = intact
};
/// Checks every generation: checksums, Xapian's own check, every stored article, every posting.
[[nodiscard]] std::vector<Verified> verify(std::filesystem::path const& database);

struct Statistics {
  index::Manifest manifest;
  std::uint64_t bytes = 0; ///< of all files in the generation
  /// By facet: values and numbers of articles, most frequent first.
  std::map<std::string, std::vector<std::pair<std::string, std::uint64_t>>> values;
  std::vector<std::pair<std::string, std::uint64_t>> words; ///< most frequent
  struct Segment {
    std::uint64_t articles = 0;
    std::uint64_t in_force = 0; ///< number of live articles
    std::uint64_t bytes = 0;    ///< of both files
  };
  std::vector<Segment> segments; ///< as in the manifest
};
[[nodiscard]] Statistics statistics(std::filesystem::path const& database);
void print(std::ostream& out, Statistics const& statistics);
void print_json(std::ostream& out, Statistics const& statistics);

/// Writes every article of the current generation as a line of JSON. Indexing these lines restores
/// the same articles. Returns their number.
std::uint64_t export_articles(std::filesystem::path const& database, std::ostream& out);

} // namespace recap::indexer
