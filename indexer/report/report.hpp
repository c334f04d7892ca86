// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/report/difference.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// Exit statuses of recap-indexer, part of its contract.
enum class ExitStatus : int {
  done = 0,    ///< the index equals the sources
  skipped = 1, ///< done, except for the skipped articles
  failed = 2,  ///< nothing was changed
};

/// An article, file, folder or value that was skipped, and why.
struct Skip {
  std::string path;
  std::size_t line = 0; ///< 0 = the whole file
  std::string reason;
};

/// The result of a run.
struct Report {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t drafts = 0; ///< kept out of the index
  std::vector<Skip> skips;
  std::vector<Skip> warnings; ///< values that were skipped, while their articles are indexed
  std::vector<Skip> ignored;  ///< files of other kinds in the folders
  /// Broken links that may have led to folders. Those that had articles according to the last run
  /// become skips, the others are ignored.
  std::vector<Skip> broken_links;
  std::string site;             ///< generator in use and where it was found, or empty
  std::uint64_t generation = 0; ///< the current one
  unsigned other_shards = 0;    ///< of the previous index, if a new number forces a rebuild; else 0
  double seconds = 0;
  std::vector<Difference> differences; ///< of a dry run
  std::string refusal;                 ///< of a dry run: why a real run would be refused

  [[nodiscard]] ExitStatus status() const {
    if (!refusal.empty()) return ExitStatus::failed;
    return skips.empty() ? ExitStatus::done : ExitStatus::skipped;
  }
};

/// `name` with control characters and invalid UTF-8 escaped as `\x0a`.
[[nodiscard]] std::string visible(std::string const& name);

/// Why a second article with an id is skipped, and what to do. `owner`: the file of the first.
[[nodiscard]] std::string taken_id(std::string_view id, std::string_view owner);

/// `path:line: reason`, with control characters in file names escaped.
[[nodiscard]] std::string to_line(Skip const& skip);

/// Prints one sentence and the counts of ignored files.
void print(std::ostream& out, Report const& report);

/// Prints a JSON object with every skip and ignored file.
void print_json(std::ostream& out, Report const& report);

/// Prints a line for each difference, then the sentence.
void print_dry_run(std::ostream& out, Report const& report);
void print_dry_run_json(std::ostream& out, Report const& report);

} // namespace recap::indexer
