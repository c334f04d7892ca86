// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/reader.hpp"

#include "index/error.hpp"
#include "index/fields.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

tests::SmallReader made() {
  return tests::SmallReader(
      {R"({"id":"a","title":"Boats","text":"A boat sails. Boats and boating: the boat."})",
       R"({"id":"b","title":"Mills","text":"A windmill by a boat."})",
       R"({"id":"c","title":"등대","text":"겨울인턴십프로그램을 했다. 인턴십은 길다."})"});
}

} // namespace

TEST_CASE("an article is found by its id, and 0 stands for none") {
  auto index = made();
  auto& reader = index.reader();
  CHECK(reader.articles() == 3);
  auto const a = reader.document("a");
  REQUIRE(a != 0);
  CHECK(reader.fields(a).id == "a");
  CHECK(reader.document("nobody") == 0);
  CHECK_THROWS_AS(reader.fields(a + 1000), index::Error);
}

TEST_CASE("a stem counts the articles of its forms, each once") {
  auto index = made();
  auto& reader = index.reader();
  CHECK(reader.document_frequency(index::stem_term({}, "boat")) == 2);
  CHECK(reader.document_frequency(index::word_term({}, "boats")) == 1);
  CHECK(reader.document_frequency(index::stem_term({}, "ship")) == 0);
  std::vector<std::string> const terms{index::stem_term({}, "boat")};
  reader.look_up(terms); // changes nothing here
  CHECK(reader.document_frequency(terms[0]) == 2);
}

TEST_CASE("impacts are read in any order of the articles") {
  auto index = made();
  auto& reader = index.reader();
  auto const boat = index::stem_term({}, "boat");
  auto const a = reader.document("a");
  auto const b = reader.document("b");
  auto const often = reader.impact(a, boat);
  CHECK(often > reader.impact(b, boat));
  CHECK(reader.impact(b, boat) > 0);
  CHECK(reader.impact(a, boat) == often); // a step back
  CHECK(reader.impact(reader.document("c"), boat) == 0);
  CHECK(reader.first_article(index::word_term({}, "windmill")) == b);
  CHECK(reader.first_article(index::word_term({}, "ship")) == 0);
}

TEST_CASE("positions of a stem are those of all its forms, ascending") {
  auto index = made();
  auto& reader = index.reader();
  auto const a = reader.document("a");
  auto const all = reader.positions(a, index::stem_term({}, "boat"));
  CHECK(all.size() == 5); // one in the title
  CHECK(std::ranges::is_sorted(all));
  CHECK(reader.positions(a, index::word_term({}, "boat")).size() == 2);
}

TEST_CASE("a Hangul noun is found inside longer words only") {
  auto index = made();
  auto& reader = index.reader();
  CHECK(reader.positions_inside(reader.document("c"), "인턴십").size() == 2); // 인턴십은, too
  CHECK(reader.positions_inside(reader.document("a"), "인턴십").empty());
}

TEST_CASE("terms with a prefix come in order, and no more than requested") {
  auto index = made();
  auto& reader = index.reader();
  auto const all = reader.terms_beginning(index::word_term({}, "boat"), 10);
  REQUIRE(all.size() >= 3);
  CHECK(std::ranges::is_sorted(all));
  CHECK(reader.terms_beginning(index::word_term({}, "boat"), 2).size() == 2);
  CHECK(reader.terms_beginning(index::word_term({}, "zzz"), 2).empty());
}
