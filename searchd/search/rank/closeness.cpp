// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/closeness.hpp"

#include "index/ranking.hpp"

#include <algorithm>
#include <utility>

namespace recap::search {
namespace {

using Positions = std::vector<std::uint32_t>;

/// The sum of 1 / d^2 over pairs of places at most closeness_reach apart.
double nearness(Positions const& first, Positions const& second) {
  double sum = 0;
  auto from = second.begin();
  for (auto const place : first) {
    while (from != second.end() && *from + index::closeness_reach < place)
      ++from;
    for (auto at = from; at != second.end() && *at <= place + index::closeness_reach; ++at) {
      double const distance = static_cast<double>(*at) - static_cast<double>(place);
      if (distance != 0) sum += 1 / (distance * distance);
    }
  }
  return sum;
}

/// The way that stands for the word: a correction where the word is not in the index.
Way const* way_of(PlannedUnit const& planned) {
  auto const has_weight = [](Way const& way) {
    return way.kind != MatchKind::inside && !way.terms.empty();
  };
  auto const corrected = std::ranges::find(planned.ways, MatchKind::typo, &Way::kind);
  if (corrected != planned.ways.end()) return &*corrected;
  auto const way = std::ranges::find_if(planned.ways, has_weight);
  return way == planned.ways.end() ? nullptr : &*way;
}

} // namespace

Closeness::Closeness(Reader& reader, Plan const& plan)
    : places_(reader) {
  for (std::size_t i = 0; i < plan.words.size(); ++i) {
    PlannedUnit const& planned = plan.words[i];
    if (!planned.required || planned.unit.field) continue;
    Way const* const way = way_of(planned);
    bool const repeated = way != nullptr && !words_.empty() &&
                          words_.back().way->terms.front().term == way->terms.front().term;
    if (way == nullptr || repeated) continue;
    // An article found as it was typed may have the correction as well.
    words_.push_back({.way = way, .bit = way->kind == MatchKind::typo ? 0 : word_bit(i)});
  }
}

double Closeness::weight(std::size_t i) const {
  return index::closeness_weight * std::min(words_[i - 1].way->terms.front().weight,
                                            words_[i].way->terms.front().weight);
}

double Closeness::most() const {
  double total = 0;
  for (std::size_t i = 1; i < words_.size(); ++i)
    total += weight(i);
  return total;
}

double Closeness::of(Ranked const& article) {
  double total = 0;
  Positions before;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    auto const& [way, bit] = words_[i];
    bool const lacks = bit != 0 && (article.answered & bit) == 0;
    Positions here = lacks ? Positions() : places_.of(article.id, *way);
    if (i > 0 && !before.empty() && !here.empty()) {
      double const sum = nearness(before, here);
      total += weight(i) * sum / (1 + sum);
    }
    before = std::move(here);
  }
  return total;
}

} // namespace recap::search
