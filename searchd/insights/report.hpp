// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace recap::insights {

/// A query over the days of a report. Each number counts from when the query was asked often enough
/// to be kept.
struct QueryRow {
  std::string q;
  std::uint64_t asked = 0;
  std::uint64_t found = 0;           ///< articles, when it was asked last
  std::uint64_t without_results = 0; ///< how often it found nothing
  std::uint64_t slow = 0;            ///< how often it took insights::slow, or its time ran out
  std::uint64_t longest_ms = 0;
  std::uint64_t clicks = 0;
  std::string corrected; ///< what was searched for instead, when it was asked last, or empty
};

struct ClickRow {
  std::string q;
  std::string article;
  std::uint64_t clicks = 0;
};

/// What readers looked for. Lists begin with what was asked most.
struct Report {
  unsigned days = 0;
  std::uint64_t asked = 0;   ///< of the queries that are kept
  std::uint64_t queries = 0; ///< how many these are
  std::vector<QueryRow> popular;
  std::vector<QueryRow> without_results; ///< found nothing when they were asked last
  std::vector<QueryRow> corrected;
  std::vector<QueryRow> slow;    ///< most often slow first
  std::vector<ClickRow> clicked; ///< most clicks first
  std::vector<QueryRow>
      not_opened; ///< found something of which nothing was opened; where clicks are sent at all
};

/// For a person at a terminal.
[[nodiscard]] std::string to_text(Report const& report);

} // namespace recap::insights
