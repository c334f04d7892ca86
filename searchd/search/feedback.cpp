// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/feedback.hpp"

#include "index/ranking.hpp"
#include "searchd/search/function_words.hpp"
#include "searchd/search/idf.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

namespace recap::search {
namespace {

/// An article that counts for less is not read.
constexpr double least_share = 0.01;

/// Words whose frequency is looked up, those of the largest impact first: a look costs a read.
constexpr std::size_t weighed_words = 400;

struct Candidate {
  std::string term;
  double impact = 0;
  double idf = 0;
  double worth = 0;
};

std::vector<Candidate> stems_of(Xapian::Database const& database, std::span<Ranked const> best) {
  std::unordered_map<std::string, double> impacts;
  for (Ranked const& article : best) {
    double const share = std::pow(article.score() / best.front().score(), index::feedback_focus);
    if (share < least_share) break;
    auto term = database.termlist_begin(article.id);
    for (term.skip_to("Z"); term != database.termlist_end(article.id); ++term) {
      std::string const stem = *term;
      if (stem[0] != 'Z') break;
      bool const is_field = stem.size() > 1 && stem[1] >= 'A' && stem[1] <= 'Z';
      if (!is_field && !is_function_word(std::string_view(stem).substr(1)))
        impacts[stem] += share * term.get_wdf();
    }
  }
  std::vector<Candidate> candidates;
  for (auto& [term, impact] : impacts)
    candidates.push_back({.term = term, .impact = impact});
  return candidates;
}

void keep_best(std::vector<Candidate>& candidates, std::size_t most, double Candidate::* key) {
  auto const before = [key](Candidate const& a, Candidate const& b) {
    return a.*key != b.*key ? a.*key > b.*key : a.term < b.term;
  };
  most = std::min(most, candidates.size());
  std::ranges::partial_sort(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(most),
                            before);
  candidates.resize(most);
}

/// How many words' worth the query has.
double weight_of(Plan const& plan) {
  double total = 0;
  for (PlannedUnit const& planned : plan.words)
    total += planned.required ? 1 : index::function_word_share;
  return total;
}

} // namespace

std::vector<WeighedTerm> feedback_words(Xapian::Database const& database, Plan const& plan,
                                        std::span<Ranked const> best) {
  if (best.empty() || best.front().score() <= 0) return {};
  best = best.first(std::min(best.size(), index::feedback_articles));
  auto candidates = stems_of(database, best);
  keep_best(candidates, weighed_words, &Candidate::impact);
  double const all = database.get_doccount();
  for (Candidate& one : candidates) {
    double const with = database.get_termfreq(one.term);
    one.idf = idf(all, with);
    // A word of one article alone finds no other.
    one.worth = with < 2 ? 0 : one.impact * std::pow(one.idf, index::feedback_idf_power);
  }
  keep_best(candidates, index::feedback_words, &Candidate::worth);
  double total = 0;
  for (Candidate const& one : candidates)
    total += one.worth;
  std::vector<WeighedTerm> words;
  for (Candidate const& one : candidates) {
    double const share = index::feedback_share * weight_of(plan) * one.worth / total;
    if (one.worth > 0) words.push_back({one.term, share * one.idf});
  }
  return words;
}

} // namespace recap::search
