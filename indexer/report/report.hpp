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
  skipped = 1, ///< done, but for the articles named
  failed = 2,  ///< nothing was changed
};

/// An article, file or folder that was left out, or a value of one, and why.
struct Skip {
  std::string path;
  std::size_t line = 0; ///< 0 = the whole file
  std::string reason;
};

/// What a run did.
struct Report {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;
  std::size_t drafts = 0; ///< marked `draft: true`, so not wanted in the index
  std::vector<Skip> skips;
  std::vector<Skip> warnings; ///< values that articles are indexed without
  std::vector<Skip> ignored;  ///< files of other kinds in the folders
  /// Links to what may have been folders. Those that had articles become skips when the notes are
  /// at hand, the others are ignored.
  std::vector<Skip> broken_links;
  std::string site;             ///< whose presets were taken and why, or empty
  std::uint64_t generation = 0; ///< that answers now
  unsigned other_shards = 0;    ///< of the index before, which is made anew for that; else 0
  double seconds = 0;
  std::vector<Difference> differences; ///< of a dry run
  std::string refusal;                 ///< of a dry run: why a real one would end with nothing done

  [[nodiscard]] ExitStatus status() const {
    if (!refusal.empty()) return ExitStatus::failed;
    return skips.empty() ? ExitStatus::done : ExitStatus::skipped;
  }
};

/// A name on one line whatever bytes it has.
[[nodiscard]] std::string visible(std::string const& name);

/// Why a second article with an id is skipped, and what to do. `owner`: the file with the first.
[[nodiscard]] std::string taken_id(std::string_view id, std::string_view owner);

/// `path:line: reason`, control characters of odd file names made visible.
[[nodiscard]] std::string to_line(Skip const& skip);

/// One sentence and, for a person, counts of what was ignored.
void print(std::ostream& out, Report const& report);

/// The same as one JSON object, with every skip and ignored file.
void print_json(std::ostream& out, Report const& report);

/// What would be done: a line for each difference, then the sentence.
void print_dry_run(std::ostream& out, Report const& report);
void print_dry_run_json(std::ostream& out, Report const& report);

} // namespace recap::indexer
