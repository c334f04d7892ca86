// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/feedback.hpp"

#include "index/ranking.hpp"
#include "searchd/search/match/idf.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

/// The words that the best articles of a plan of two words, one of them a stop word, add to it.
class Feedback {
public:
  [[nodiscard]] std::vector<WeighedTerm>
  of(std::vector<std::pair<std::string, double>> const& best) {
    Plan plan;
    plan.words.resize(2);
    plan.words[1].required = false;
    std::vector<Ranked> ranked;
    for (auto const& [id, score] : best)
      ranked.push_back({.id = index_.document(id), .words = score});
    return feedback_words(index_.reader(), plan, ranked);
  }
  [[nodiscard]] double idf_of(std::string const& term) {
    return idf(index_.reader().articles(), index_.reader().document_frequency(term));
  }

private:
  tests::SmallReader index_{{R"({"id":"a","title":"A","text":"lighthouse harbour single"})",
                             R"({"id":"b","title":"B","text":"lighthouse redis"})",
                             R"({"id":"c","title":"C","text":"harbour redis"})",
                             R"({"id":"d","title":"D","text":"compass"})"}};
};

bool has(std::vector<WeighedTerm> const& words, std::string_view stem) {
  return std::ranges::find(words, index::stem_term({}, stem), &WeighedTerm::term) != words.end();
}

} // namespace

TEST_CASE("the best articles add words that other articles have too") {
  Feedback feedback;
  auto const words = feedback.of({{"a", 2}});
  CHECK(has(words, "lighthous"));
  CHECK(has(words, "harbour"));
  CHECK_FALSE(has(words, "singl")); // only this article has it
  CHECK_FALSE(has(words, "redi"));
}

TEST_CASE("all words together have a fixed share of the weight of the query") {
  Feedback feedback;
  double shares = 0;
  for (auto const& [term, weight] : feedback.of({{"a", 2}, {"b", 1.9}}))
    shares += weight / feedback.idf_of(term);
  CHECK(shares == Approx(index::feedback_share * (1 + index::stop_word_share)));
}

TEST_CASE("an article far below the best adds nothing") {
  Feedback feedback;
  CHECK(has(feedback.of({{"a", 2}, {"b", 1.9}}), "redi"));
  CHECK_FALSE(has(feedback.of({{"a", 2}, {"b", 1}}), "redi"));
}

TEST_CASE("articles without a score add nothing") {
  Feedback feedback;
  CHECK(feedback.of({}).empty());
  CHECK(feedback.of({{"a", 0}}).empty());
}
