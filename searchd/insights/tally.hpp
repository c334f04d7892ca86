// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace recap::insights {

/// Decides which queries are recorded. A query of one person may contain a name or an address; one
/// of several people is about the publication. So a query is recorded only after it has been asked
/// three times, and repetitions by one reader within an hour count once. Remembers a limited number
/// of other queries, the latest. Not thread-safe.
class Tally {
public:
  using Clock = std::chrono::steady_clock;

  static constexpr unsigned enough = 3;
  static constexpr std::chrono::hours repeated{1};

  /// `is_kept`: whether an earlier process has recorded the query.
  explicit Tally(std::function<bool(std::string const&)> is_kept, std::size_t most = 20'000)
      : is_kept_(std::move(is_kept))
      , most_(most) {}

  /// How often to count `q` now: 0, 1, or as often as it has been asked so far.
  unsigned count(std::string const& reader, std::string const& q, Clock::time_point now);

  [[nodiscard]] std::size_t remembered() const { return asked_.size() + latest_.size(); }

private:
  struct Query {
    std::string q;
    unsigned asked = 0;
  };
  using Queries = std::list<Query>; ///< latest at the end

  bool repeats(std::string const& reader, std::string const& q, Clock::time_point now);
  Query& find(std::string const& q);

  std::function<bool(std::string const&)> is_kept_;
  std::size_t most_;
  Queries queries_;
  std::unordered_map<std::string_view, Queries::iterator> asked_; ///< into `queries_`
  std::list<std::pair<std::uint64_t, Clock::time_point>> times_;  ///< of readers with their queries
  std::unordered_map<std::uint64_t, Clock::time_point> latest_;   ///< the same, by mark
  std::uint64_t salt_ = 0; ///< so that marks are meaningless outside this process
};

} // namespace recap::insights
