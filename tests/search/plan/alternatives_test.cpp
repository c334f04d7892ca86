// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/alternatives.hpp"

#include "index/fields.hpp"
#include "index/ranking.hpp"
#include "searchd/search/match/idf.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

/// Makes alternatives over three articles: `telescope` is in one of them, `sea` in all.
class Alternatives {
public:
  [[nodiscard]] AlternativeMaker maker() { return AlternativeMaker(index_.reader()); }
  [[nodiscard]] Unit unit(std::string_view word) {
    auto units = units_of_words(index_.reader().analyser, word);
    REQUIRE(units.size() == 1);
    return units[0];
  }

private:
  tests::SmallReader index_{{R"({"id":"a","title":"A","text":"telescopes by the sea, front-end"})",
                             R"({"id":"b","title":"B","text":"sea 인턴십에서"})",
                             R"({"id":"c","title":"C","text":"sea front"})"}};
};

std::vector<MatchKind> kinds(std::vector<Alternative> const& alternatives) {
  std::vector<MatchKind> kinds;
  for (auto const& one : alternatives)
    kinds.push_back(one.kind);
  return kinds;
}

double total(Alternative const& alternative) {
  return std::accumulate(alternative.terms.begin(), alternative.terms.end(), 0.0,
                         [](double sum, WeighedTerm const& term) { return sum + term.weight; });
}

using Kinds = std::vector<MatchKind>;

} // namespace

TEST_CASE("the rarer a word is, the more it weighs, and its exact form adds a little") {
  Alternatives made;
  auto const rare = made.maker().direct(made.unit("telescopes"));
  auto const frequent = made.maker().direct(made.unit("sea"));
  REQUIRE(kinds(rare) == Kinds{MatchKind::word});
  CHECK(total(rare[0]) > 4 * total(frequent[0]));
  CHECK(rare[0].as_written.value().term == index::word_term({}, "telescopes"));
  CHECK(rare[0].as_written->weight == Approx(index::exact_form_bonus * idf(3, 1)));
  CHECK_FALSE(frequent[0].as_written); // it is its own stem
  CHECK(total(made.maker().direct(made.unit("telescopes"), 0.5)[0]) == Approx(total(rare[0]) / 2));
}

TEST_CASE("Hangul is also found inside longer words, but not in a field") {
  Alternatives made;
  auto unit = made.unit("인턴십을");
  CHECK(kinds(made.maker().direct(unit)) == Kinds{MatchKind::word, MatchKind::inside});
  unit.field = index::FieldId::title;
  auto const in_title = made.maker().direct(unit);
  CHECK(kinds(in_title) == Kinds{MatchKind::word});
  CHECK(in_title[0].terms[0].term == index::stem_term("S", "인턴십"));
}

TEST_CASE("a compound is found as one word and as its adjacent parts") {
  Alternatives made;
  auto const found = made.maker().direct(made.unit("front-end"));
  REQUIRE(kinds(found) == Kinds{MatchKind::word, MatchKind::parts});
  CHECK(found[1].side_by_side);
  CHECK(found[1].terms[0].weight == found[1].terms[1].weight);
  CHECK(total(found[1]) == Approx(idf(3, 2) + idf(3, 1)));
}

TEST_CASE("a replacement weighs no more than the word it replaces, however rare it is") {
  Alternatives made;
  auto const rare = made.maker().instead(MatchKind::typo, {made.unit("telescope")}, 0.5, 0.1);
  CHECK(total(rare) == Approx(0.05));
  auto const frequent = made.maker().instead(MatchKind::typo, {made.unit("sea")}, 1, 10);
  CHECK(total(frequent) == Approx(idf(3, 3)));
}

TEST_CASE("two words that replace one are adjacent, unless only their space was missing") {
  Alternatives made;
  std::vector<Unit> const both{made.unit("telescopes"), made.unit("sea")};
  auto const parts = made.maker().instead(MatchKind::parts, both, 1, 9);
  CHECK(parts.side_by_side);
  CHECK(parts.unit.sequence == std::vector<std::string>{"telescopes", "sea"});
  auto const typo = made.maker().instead(MatchKind::typo, both, 1, 9);
  CHECK_FALSE(typo.side_by_side);
  CHECK(typo.unit.kind == Unit::Kind::several);
  CHECK(typo.unit.sequence == std::vector<std::string>{"telescop", "sea"});
}

TEST_CASE("a synonym weighs at most its share of the words as typed") {
  Alternatives made;
  for (auto const& one : made.maker().synonym(made.unit("telescopes"), 0.5, 0.2))
    CHECK(total(one) == Approx(0.1));
  auto const weak = made.maker().synonym(made.unit("sea"), 0.5, 9);
  CHECK(total(weak.at(0)) == Approx(0.5 * idf(3, 3)));
}

TEST_CASE("corrections are kept apart from what was typed") {
  PlannedUnit planned;
  planned.alternatives = {{.kind = MatchKind::word, .terms = {{"typed", 1}}},
                          {.kind = MatchKind::typo, .terms = {{"other", 1}}}};
  CHECK(planned.typed().terms == std::vector<std::string>{"typed"});
  CHECK(planned.corrected().terms == std::vector<std::string>{"other"});
  planned.alternatives.pop_back();
  CHECK(planned.corrected().kind == Clause::Kind::nothing);
}
