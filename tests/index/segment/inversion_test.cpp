// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/inversion.hpp"

#include "tests/catch.hpp"
#include "tests/index/segment/model.hpp"

#include <string>

using namespace recap::index;
using namespace recap::index::tests;

TEST_CASE("terms are numbered as they come, however many, and are found by their bytes") {
  TermNumbers numbers;
  CHECK(numbers.find("a") == TermNumbers::absent);
  constexpr std::uint32_t many = 10'000; // the table grows twice
  for (std::uint32_t i = 0; i < many; ++i) {
    REQUIRE(numbers.number_of("term" + std::to_string(i)) == i);
    REQUIRE(numbers.number_of("term" + std::to_string(i / 2)) == i / 2);
  }
  CHECK(numbers.size() == many);
  CHECK(numbers.number_of("") == many);
  CHECK(numbers.number_of(std::string_view("\0", 1)) == many + 1);
  for (std::uint32_t i = 0; i < many; ++i) {
    auto const term = "term" + std::to_string(i);
    REQUIRE(numbers.find(term) == i);
    REQUIRE(numbers.term(i) == term);
  }
  CHECK(numbers.find("term") == TermNumbers::absent);
  CHECK(numbers.term(many).empty());
  CHECK(numbers.size() == many + 2);
}

TEST_CASE("terms are written in byte order, with postings by article and counts of the dead") {
  TemporaryFolder const folder;
  auto const file = folder.path() / "words";
  std::vector<std::uint32_t> const positions{3, 4, 1000};
  Inversion inversion;
  inversion.add(0, {.term = "b", .impact = 5, .positions = positions, .is_stem = true});
  inversion.add(0, {.term = "a", .impact = 7});
  inversion.end_article();
  inversion.end_article(); // has no terms
  inversion.add(2, {.term = "b", .impact = 0});
  inversion.end_article();
  inversion.add_dead("b");
  inversion.add_dead("b");
  inversion.add_dead("only dead");
  WordsWriter out(file);
  inversion.write(out);
  out.finish(std::vector<std::uint32_t>{4, 5, 9}, std::vector<FieldEnds>(3));
  SegmentWords const words(file);
  CHECK(words.articles() == 3);
  auto at = words.terms_from("");
  CHECK(at.term() == "a");
  CHECK((++at).term() == "b");
  auto const b = at.entry();
  CHECK(b.postings == 2);
  CHECK(b.document_frequency == 1);
  CHECK(b.dead == 2);
  CHECK((++at).term() == "only dead");
  CHECK(at.entry().postings == 0);
  CHECK(at.entry().dead == 1);
  PostingCursor cursor(words, b);
  CHECK(cursor.seek(0) == Posting{.article = 0, .impact = 5});
  std::vector<std::uint32_t> read;
  cursor.positions(read);
  CHECK(read == positions);
  CHECK(cursor.seek(1) == Posting{.article = 2, .impact = 0});
  std::vector<ForwardEntry> stems;
  words.forward(0, stems);
  REQUIRE(stems.size() == 1);
  CHECK(words.term(stems[0].ordinal) == "b");
  stems.clear();
  words.forward(1, stems);
  words.forward(2, stems); // has no stem with an impact
  CHECK(stems.empty());
}
