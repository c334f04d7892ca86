// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace recap::search {

/// Order of matching articles; equal ones are ordered by number.
enum class MatchOrder : std::uint8_t {
  weight,
  newest,
  oldest,
  weight_then_newest,
  weight_then_oldest,
};

/// An article that matched.
struct Match {
  std::uint32_t id = 0;  ///< docid
  std::uint32_t day = 0; ///< of publication, YYYYMMDD; 0 = not known
  double weight = 0;
  std::uint64_t answered = 0;
};

/// Keeps the articles that come first, in memory for twice as many.
class Top {
public:
  Top(MatchOrder order, std::size_t most)
      : order_(order)
      , most_(most) {}

  void add(Match const& match) {
    if (most_ == 0 || (is_full_ && !before(match, last_))) return;
    matches_.push_back(match);
    if (matches_.size() >= 2 * most_) cut();
  }

  /// The articles kept, in order.
  [[nodiscard]] std::vector<Match> take() {
    std::ranges::sort(matches_, [this](auto const& a, auto const& b) { return before(a, b); });
    if (matches_.size() > most_) matches_.resize(most_);
    return std::move(matches_);
  }

private:
  [[nodiscard]] bool before(Match const& a, Match const& b) const {
    bool const by_day = order_ == MatchOrder::newest || order_ == MatchOrder::oldest;
    if (!by_day && a.weight != b.weight) return a.weight > b.weight;
    bool const newest = order_ == MatchOrder::newest || order_ == MatchOrder::weight_then_newest;
    if (order_ != MatchOrder::weight && a.day != b.day)
      return newest ? a.day > b.day : a.day < b.day;
    return a.id < b.id;
  }

  void cut() {
    auto const last = matches_.begin() + static_cast<std::ptrdiff_t>(most_ - 1);
    std::ranges::nth_element(matches_, last,
                             [this](auto const& a, auto const& b) { return before(a, b); });
    last_ = *last;
    is_full_ = true;
    matches_.resize(most_);
  }

  MatchOrder order_;
  std::size_t most_;
  std::vector<Match> matches_;
  Match last_; ///< of those kept at the last cut
  bool is_full_ = false;
};

} // namespace recap::search
