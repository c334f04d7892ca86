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

/// A search box asks with each key. What a reader meant is what stood still: a query that the same
/// reader changes within two seconds was on the way to another. Not thread-safe.
class Settling {
public:
  using Clock = std::chrono::steady_clock;

  static constexpr std::chrono::seconds patience{2};

  /// `most_readers` are waited for at once; beyond, the one that waits longest counts as settled.
  explicit Settling(std::size_t most_readers = 4096)
      : most_readers_(most_readers) {}

  /// Takes a search; gives those that have settled by `now`.
  std::vector<Asked> add(Asked asked, Clock::time_point now);

  /// Those that have settled by `now`.
  std::vector<Asked> settled(Clock::time_point now);

  /// What `reader` asked last, if it has not settled: it has, by another sign.
  std::vector<Asked> take(std::string const& reader);

  [[nodiscard]] bool is_empty() const { return readers_.empty(); }

private:
  struct Typed {
    Asked asked;
    Clock::time_point since;
  };
  using Readers = std::list<Typed>; ///< the one that waits longest first

  void give(std::vector<Asked>& out);

  std::size_t most_readers_;
  Readers readers_;
  std::unordered_map<std::string_view, Readers::iterator> by_name_; ///< into `readers_`
};

} // namespace recap::insights
