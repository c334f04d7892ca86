// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/ordered.hpp"

#include "index/fields.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Ids = std::vector<std::string>;

std::vector<std::string> const articles{
    R"({"id":"in order","title":"A","text":"world war two"})",
    R"({"id":"reversed","title":"B","text":"war world"})",
    R"({"id":"apart","title":"C","text":"world of war"})",
    R"({"id":"in title","title":"World war","text":"peace"})",
    R"({"id":"divided","title":"D","markdown":"## One\n\nworld\n\n## War\n\nx"})",
};

std::vector<std::string> words(std::string_view prefix) {
  return {index::word_term(prefix, "world"), index::word_term(prefix, "war")};
}

Ids sorted(Ids ids) {
  std::ranges::sort(ids);
  return ids;
}

} // namespace

TEST_CASE("a phrase has its words in order and side by side, in the title or in a section") {
  tests::SmallReader index(articles);
  CHECK(sorted(index.ids(phrase_clause(words({}), 1))) == Ids{"in order", "in title"});
  CHECK(sorted(index.ids(phrase_clause(words("S"), 1))) == Ids{"in title"});
}

TEST_CASE("NEAR has its words in any order, up to its distance apart") {
  tests::SmallReader index(articles);
  CHECK(sorted(index.ids(near_clause(words({}), 1, 1))) == Ids{"in order", "in title", "reversed"});
  CHECK(sorted(index.ids(near_clause(words({}), 2, 1))) ==
        Ids{"apart", "in order", "in title", "reversed"});
}

TEST_CASE("a phrase matches no more articles than its rarest word, and skips as far") {
  tests::SmallReader index(articles);
  auto& segment = *index.reader().segments()[0];
  Work work(1'000);
  auto const phrase = ordered(
      phrase_clause({index::word_term({}, "war"), index::word_term({}, "two")}, 1), segment, work);
  CHECK(phrase->size() == 1);
  CHECK(segment.docid(phrase->next(0)) == index.document("in order"));
  auto const unknown = ordered(
      phrase_clause({index::word_term({}, "war"), index::word_term({}, "zoo")}, 1), segment, work);
  CHECK(unknown->size() == 0);
  CHECK(unknown->next(0) == no_article);
}
