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

/// Of a query that one person types there may be a name in it, or an address; what several ask for
/// is about the publication. So a query is kept only when it was asked three times, and what one
/// reader asks again within an hour counts once. Bounded: of what is not kept yet, the latest is
/// remembered. Not thread-safe.
class Tally {
public:
  using Clock = std::chrono::steady_clock;

  static constexpr unsigned enough = 3;
  static constexpr std::chrono::hours repeated{1};

  /// `is_kept`: whether a query was asked often enough before, by a program that has ended since.
  explicit Tally(std::function<bool(std::string const&)> is_kept, std::size_t most = 20'000)
      : is_kept_(std::move(is_kept))
      , most_(most) {}

  /// How often `q` is to be counted now: not at all, once, or as often as it was asked before.
  unsigned count(std::string const& reader, std::string const& q, Clock::time_point now);

  [[nodiscard]] std::size_t remembered() const { return asked_.size() + latest_.size(); }

private:
  struct Query {
    std::string q;
    unsigned asked = 0;
  };
  using Queries = std::list<Query>; ///< the one asked last is last

  bool repeats(std::string const& reader, std::string const& q, Clock::time_point now);
  Query& find(std::string const& q);

  std::function<bool(std::string const&)> is_kept_;
  std::size_t most_;
  Queries queries_;
  std::unordered_map<std::string_view, Queries::iterator> asked_; ///< into `queries_`
  std::list<std::pair<std::uint64_t, Clock::time_point>> times_;  ///< of readers with queries
  std::unordered_map<std::uint64_t, Clock::time_point> latest_;   ///< the same by their mark
  std::uint64_t salt_ = 0; ///< so that marks say nothing outside this program
};

} // namespace recap::insights
