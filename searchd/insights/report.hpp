// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace recap::insights {

/// A query over the days of a report. Counts begin when the query is frequent enough to be
/// recorded.
struct QueryRow {
  std::string q;
  std::uint64_t asked = 0;
  std::uint64_t found = 0;           ///< number of articles, the last time
  std::uint64_t without_results = 0; ///< number of times
  std::uint64_t slow = 0; ///< number of times that it took insights::slow, or ran out of time
  std::uint64_t longest_ms = 0;
  std::uint64_t clicks = 0;
  std::string corrected; ///< the query searched for instead, the last time, or empty
};

struct ClickRow {
  std::string q;
  std::string article;
  std::uint64_t clicks = 0;
};

/// What readers searched for. Lists are sorted by frequency.
struct Report {
  unsigned days = 0;
  std::uint64_t asked = 0;   ///< for all recorded queries
  std::uint64_t queries = 0; ///< number of recorded queries
  std::vector<QueryRow> popular;
  std::vector<QueryRow> without_results; ///< no results the last time
  std::vector<QueryRow> corrected;
  std::vector<QueryRow> slow;       ///< most often slow first
  std::vector<ClickRow> clicked;    ///< most clicks first
  std::vector<QueryRow> not_opened; ///< results, but none opened; only if clicks are sent
};

/// The report as text for a terminal.
[[nodiscard]] std::string to_text(Report const& report);

} // namespace recap::insights
