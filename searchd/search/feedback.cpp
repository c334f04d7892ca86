// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/feedback.hpp"

#include "index/ranking.hpp"
#include "searchd/search/function_words.hpp"
#include "searchd/search/idf.hpp"
#include "searchd/search/terms.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

namespace recap::search {
namespace {

/// An article that counts for less is not read.
constexpr double least_share = 0.01;

/// Stems whose frequency is looked up, those of the largest impact first: a look costs a read.
constexpr std::size_t weighed_words = 200;

struct Candidate {
  std::string stem;
  bool certain = false; ///< seen as a stem, not only as a word that may be one
  double impact = 0;
  double idf = 0;
  double worth = 0;
};

/// Stems, and exact forms of inflected words.
std::vector<Candidate> words_of(Xapian::Database const& database, std::span<Ranked const> best) {
  std::unordered_map<std::string, Candidate> words;
  for (Ranked const& article : best) {
    double const share = std::pow(article.score() / best.front().score(), index::feedback_focus);
    if (share < least_share) break;
    auto term = database.termlist_begin(article.id);
    for (term.skip_to("Z"); term != database.termlist_end(article.id); ++term) {
      std::string word = *term;
      bool const is_stem = index::is_stem_term(word);
      if (is_stem) word.erase(0, 1);
      bool const is_field = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
      if (is_field || is_function_word(word)) continue;
      auto& candidate = words[std::move(word)];
      candidate.impact += share * term.get_wdf();
      candidate.certain |= is_stem;
    }
  }
  std::vector<Candidate> candidates;
  for (auto& [word, candidate] : words) {
    candidate.stem = word;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

void keep_best(std::vector<Candidate>& candidates, std::size_t most, double Candidate::* key) {
  auto const before = [key](Candidate const& a, Candidate const& b) {
    return a.*key != b.*key ? a.*key > b.*key : a.stem < b.stem;
  };
  most = std::min(most, candidates.size());
  std::ranges::nth_element(candidates, candidates.begin() + static_cast<std::ptrdiff_t>(most),
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

std::vector<WeighedTerm> feedback_words(Reader& reader, Plan const& plan,
                                        std::span<Ranked const> best) {
  if (best.empty() || best.front().score() <= 0) return {};
  best = best.first(std::min(best.size(), index::feedback_articles));
  auto candidates = words_of(reader.database, best);
  keep_best(candidates, 2 * weighed_words, &Candidate::impact);
  std::erase_if(candidates, [&](Candidate const& one) {
    return !one.certain && !is_own_stem(reader.analyser, one.stem);
  });
  keep_best(candidates, weighed_words, &Candidate::impact);
  std::vector<std::string> terms;
  for (Candidate const& one : candidates)
    terms.push_back(index::stem_term({}, one.stem));
  reader.look_up(terms);
  double const all = reader.articles();
  for (Candidate& one : candidates) {
    double const with = reader.document_frequency(index::stem_term({}, one.stem));
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
    if (one.worth > 0) words.push_back({index::stem_term({}, one.stem), share * one.idf});
  }
  return words;
}

} // namespace recap::search
