// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/proximity.hpp"

#include "index/ranking.hpp"

#include <algorithm>
#include <utility>

namespace recap::search {
namespace {

using Positions = std::vector<std::uint32_t>;

/// The sum of 1 / d^2 over pairs of positions at most proximity_reach apart.
double nearness(Positions const& first, Positions const& second) {
  double sum = 0;
  auto from = second.begin();
  for (auto const place : first) {
    while (from != second.end() && *from + index::proximity_reach < place)
      ++from;
    for (auto at = from; at != second.end() && *at <= place + index::proximity_reach; ++at) {
      double const distance = static_cast<double>(*at) - static_cast<double>(place);
      if (distance != 0) sum += 1 / (distance * distance);
    }
  }
  return sum;
}

/// The alternative to compare: a correction if there is one, because the word as typed is then
/// unknown or very rare.
Alternative const* alternative_of(PlannedUnit const& planned) {
  auto const has_weight = [](Alternative const& alternative) {
    return alternative.kind != MatchKind::inside && !alternative.terms.empty();
  };
  auto const corrected =
      std::ranges::find(planned.alternatives, MatchKind::typo, &Alternative::kind);
  if (corrected != planned.alternatives.end()) return &*corrected;
  auto const alternative = std::ranges::find_if(planned.alternatives, has_weight);
  return alternative == planned.alternatives.end() ? nullptr : &*alternative;
}

} // namespace

Proximity::Proximity(Reader& reader, Plan const& plan)
    : positions_(reader) {
  for (std::size_t i = 0; i < plan.words.size(); ++i) {
    PlannedUnit const& planned = plan.words[i];
    if (!planned.required || planned.unit.field) continue;
    Alternative const* const alternative = alternative_of(planned);
    bool const repeated =
        alternative != nullptr && !words_.empty() &&
        words_.back().alternative->terms.front().term == alternative->terms.front().term;
    if (alternative == nullptr || repeated) continue;
    // An article that has the word as typed may have the correction as well.
    words_.push_back({.alternative = alternative,
                      .bit = alternative->kind == MatchKind::typo ? 0 : word_bit(i)});
  }
}

double Proximity::weight(std::size_t i) const {
  return index::proximity_weight * std::min(words_[i - 1].alternative->terms.front().weight,
                                            words_[i].alternative->terms.front().weight);
}

double Proximity::most() const {
  double total = 0;
  for (std::size_t i = 1; i < words_.size(); ++i)
    total += weight(i);
  return total;
}

double Proximity::of(Ranked const& article) {
  double total = 0;
  Positions before;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    auto const& [alternative, bit] = words_[i];
    bool const lacks = bit != 0 && (article.answered & bit) == 0;
    Positions here = lacks ? Positions() : positions_.of(article.id, *alternative);
    if (i > 0 && !before.empty() && !here.empty()) {
      double const sum = nearness(before, here);
      total += weight(i) * sum / (1 + sum);
    }
    before = std::move(here);
  }
  return total;
}

} // namespace recap::search
