// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/pass.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Ids = std::vector<std::string>;

std::vector<std::string> const articles{
    R"({"id":"both","title":"A","text":"redis docker","topics":["x"]})",
    R"({"id":"typo","title":"B","text":"redis dokcer","topics":["x","y"]})",
    R"({"id":"one","title":"C","text":"redis","topics":["y"]})",
    R"({"id":"none","title":"D","text":"compass","topics":["y"]})",
};

/// Passes once over the articles for `redis dockr`, where docker and dokcer are corrections.
class Passing {
public:
  Passing() {
    for (auto const* word : {"redis", "docker"}) {
      auto& planned = plan.words.emplace_back();
      planned.alternatives.push_back(
          {.kind = MatchKind::word, .terms = {{index::stem_term({}, stem(word)), 1}}});
    }
    plan.words[1].alternatives.push_back(
        {.kind = MatchKind::typo, .terms = {{index::stem_term({}, stem("dokcer")), 1}}});
  }

  [[nodiscard]] Tally run() {
    Tally tally(index_.snapshot(), request);
    Work work(1'000'000);
    auto& segment = *index_.reader().segments()[0];
    auto const pass = std::make_unique<Pass>(
        Question{index_.snapshot(), plan, filters, chosen, work}, request, segment, tally);
    pass->look_at({0, segment.end()});
    return tally;
  }
  /// The first article that a pass has to look at.
  [[nodiscard]] std::string first_looked_at() {
    Tally tally(index_.snapshot(), request);
    Work work(1'000'000);
    Question const question{index_.snapshot(), plan, filters, chosen, work};
    auto& segment = *index_.reader().segments()[0];
    auto const pass = std::make_unique<Pass>(question, request, segment, tally);
    auto const first = pass->next(0);
    return first == no_article ? "" : id(segment.docid(first));
  }
  [[nodiscard]] Ids ids(Tally& tally, Tier tier) {
    Ids ids;
    for (auto const& match : tally.tops[static_cast<std::size_t>(tier)].take())
      ids.push_back(id(match.id));
    return ids;
  }
  [[nodiscard]] std::uint32_t document(std::string const& id) { return index_.document(id); }
  [[nodiscard]] Clause topic(std::string const& value) {
    return value_clause(index::value_term(index::field(index::FieldId::topic), value));
  }

  Plan plan;
  Filters filters;
  Chosen chosen;
  PassRequest request{.order = MatchOrder::weight, .most = 10, .relaxes = true};

private:
  [[nodiscard]] std::string id(std::uint32_t docid) { return index_.reader().fields(docid).id; }
  [[nodiscard]] std::string stem(std::string_view word) {
    return index_.reader().analyser.analyse(word).at(0).stem;
  }
  tests::SmallReader index_{articles};
};

} // namespace

TEST_CASE("an article is in the best tier that its words allow") {
  Passing passing;
  auto tally = passing.run();
  CHECK(passing.ids(tally, Tier::typed) == Ids{"both"});
  CHECK(passing.ids(tally, Tier::corrected) == Ids{"typo"});
  CHECK(passing.ids(tally, Tier::relaxed) == Ids{"one"});
  CHECK(tally.with_all == 2);
  passing.request.relaxes = false;
  auto strict = passing.run();
  CHECK(passing.ids(strict, Tier::relaxed).empty());
}

TEST_CASE("a sentence makes one list of all articles with one of its words, and keeps them") {
  Passing passing;
  passing.plan.is_sentence = true;
  auto tally = passing.run();
  CHECK(passing.ids(tally, Tier::relaxed) == Ids{"both", "typo", "one"});
  CHECK(passing.ids(tally, Tier::typed).empty());
  CHECK(tally.with_all == 2);
  CHECK(tally.kept.at(0).size() == 3);
}

TEST_CASE("totals count articles beyond those that are returned") {
  Passing passing;
  passing.request.most = 0;
  auto const tally = passing.run();
  CHECK(tally.totals == std::array<std::size_t, tier_count>{1, 1, 1});
}

TEST_CASE("conditions and filters keep articles from a list, and facets ignore their own filter") {
  Passing passing;
  passing.request.facets = {index::FieldId::topic};
  passing.filters.fields = {{index::FieldId::topic, passing.topic("x")}};
  auto filtered = passing.run();
  CHECK(filtered.totals == std::array<std::size_t, tier_count>{1, 1, 0});
  CHECK(filtered.all_words[0].values(9) == std::vector<FacetValue>{{"x", 2}, {"y", 1}});
  CHECK(filtered.enough_words[0].values(9) == std::vector<FacetValue>{{"x", 2}, {"y", 2}});
  passing.filters.fields.clear();
  passing.filters.conditions = {passing.topic("x")};
  auto conditional = passing.run();
  CHECK(conditional.totals == std::array<std::size_t, tier_count>{1, 1, 0});
  CHECK(conditional.enough_words[0].values(9) == std::vector<FacetValue>{{"x", 2}, {"y", 1}});
}

TEST_CASE("a hidden article counts nowhere, a pinned one separately, with or without the words") {
  Passing passing;
  passing.chosen.hidden = {passing.document("both")};
  passing.chosen.pinned = {{.id = passing.document("none"), .place = 0}};
  auto tally = passing.run();
  CHECK(passing.ids(tally, Tier::typed).empty());
  REQUIRE(tally.pinned.size() == 1);
  CHECK(tally.pinned[0].match.id == passing.document("none"));
  CHECK_FALSE(tally.pinned[0].tier);
  CHECK(tally.with_all == 2); // typo, and the pinned one
}

TEST_CASE("articles that cannot have enough of the words are skipped, pinned ones are not") {
  Passing passing;
  passing.plan.words.erase(passing.plan.words.begin());
  passing.plan.words[0].alternatives[0].terms[0].term = index::stem_term({}, "compass");
  passing.plan.words[0].alternatives.pop_back();
  CHECK(passing.first_looked_at() == "none");
  passing.chosen.pinned = {{.id = passing.document("one"), .place = 0}};
  CHECK(passing.first_looked_at() == "one");
}
