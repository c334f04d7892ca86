// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/insights/asked.hpp"

#include <chrono>
#include <cstddef>
#include <list>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recap::insights {

/// A search box sends a query on each key press. Only a query that the same reader does not change
/// within two seconds counts. Not thread-safe.
class Settling {
public:
  using Clock = std::chrono::steady_clock;

  static constexpr std::chrono::seconds patience{2};

  /// Waits for at most `most_readers` readers; beyond that, the query that has waited longest
  /// settles.
  explicit Settling(std::size_t most_readers = 4096)
      : most_readers_(most_readers) {}

  /// Adds a search; returns those that have settled by `now`.
  std::vector<Asked> add(Asked asked, Clock::time_point now);

  /// Searches that have settled by `now`.
  std::vector<Asked> settled(Clock::time_point now);

  /// Settles and returns the last search of `reader`; a click shows that it was final.
  std::vector<Asked> take(std::string const& reader);

  [[nodiscard]] bool is_empty() const { return readers_.empty(); }

private:
  struct Typed {
    Asked asked;
    Clock::time_point since;
  };
  using Readers = std::list<Typed>; ///< longest waiting first

  void give(std::vector<Asked>& out);

  std::size_t most_readers_;
  Readers readers_;
  std::unordered_map<std::string_view, Readers::iterator> by_name_; ///< into `readers_`
};

} // namespace recap::insights
