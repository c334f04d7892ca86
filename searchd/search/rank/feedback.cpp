// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/feedback.hpp"

#include "index/ranking.hpp"
#include "searchd/search/match/idf.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/match/snapshot.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace recap::search {
namespace {

/// Articles with a smaller share are not read.
constexpr double least_share = 0.01;

/// Stems whose frequency is looked up, largest impact first, because each lookup costs a read.
constexpr std::size_t weighed_words = 100;

struct FeedbackCandidate {
  std::string stem;
  double impact = 0;
  double idf = 0;
  double worth = 0;
};

std::vector<FeedbackCandidate> words_of(Reader& reader, std::span<Ranked const> best) {
  std::vector<Reader::Share> shares;
  for (Ranked const& article : best) {
    double const share = std::pow(article.score() / best.front().score(), index::feedback_focus);
    if (share < least_share) break;
    shares.push_back({article.id, share});
  }
  std::vector<FeedbackCandidate> candidates;
  for (auto& [stem, impact] : reader.heaviest_stems(shares, weighed_words))
    candidates.push_back({.stem = std::move(stem), .impact = impact});
  return candidates;
}

void keep_best(std::vector<FeedbackCandidate>& candidates, std::size_t most,
               double FeedbackCandidate::* key) {
  auto const before = [key](FeedbackCandidate const& a, FeedbackCandidate const& b) {
    return a.*key != b.*key ? a.*key > b.*key : a.stem < b.stem;
  };
  most = std::min(most, candidates.size());
  std::ranges::nth_element(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(most),
                           before);
  candidates.resize(most);
}

/// Weight of the query, in words.
double weight_of(Plan const& plan) {
  double total = 0;
  for (PlannedUnit const& planned : plan.words)
    total += planned.required ? 1 : index::stop_word_share;
  return total;
}

} // namespace

std::vector<WeighedTerm> feedback_words(Reader& reader, Plan const& plan,
                                        std::span<Ranked const> best) {
  if (best.empty() || best.front().score() <= 0) return {};
  best = best.first(std::min(best.size(), index::feedback_articles));
  auto candidates = words_of(reader, best);
  std::vector<std::string> terms;
  for (FeedbackCandidate const& one : candidates)
    terms.push_back(index::stem_term({}, one.stem));
  reader.look_up(terms);
  double const all = reader.articles();
  for (FeedbackCandidate& one : candidates) {
    double const with = reader.document_frequency(index::stem_term({}, one.stem));
    one.idf = idf(all, with);
    // A word in only one article finds no others.
    one.worth = with < 2 ? 0 : one.impact * std::pow(one.idf, index::feedback_idf_power);
  }
  keep_best(candidates, index::feedback_words, &FeedbackCandidate::worth);
  double total = 0;
  for (FeedbackCandidate const& one : candidates)
    total += one.worth;
  std::vector<WeighedTerm> words;
  for (FeedbackCandidate const& one : candidates) {
    double const share = index::feedback_share * weight_of(plan) * one.worth / total;
    if (one.worth > 0) words.push_back({index::stem_term({}, one.stem), share * one.idf});
  }
  return words;
}

} // namespace recap::search
