// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/xapian_segment.hpp"

#include "index/error.hpp"
#include "index/fields.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

std::string long_text() {
  std::string text;
  for (int i = 0; i < 300; ++i)
    text += "boats sail 서버에서 café word" + std::to_string(i) + ". ";
  return text;
}

std::vector<std::string> lines() {
  return {R"({"id":"a","title":"Boats","text":")" + long_text() + R"("})",
          R"({"id":"b","title":"겨울 인턴십","topics":["boats"],"text":"인턴십을 boating 2024"})",
          R"({"id":"c","title":"Mills","author":"Ann Boats","text":""})"};
}

} // namespace

TEST_CASE("a database of all terms answers as mapped segments do") {
  tests::SmallReader near(lines());
  tests::SmallReader sharded(lines(), 2);
  auto& mapped = *near.reader().segments()[0];
  auto& xapian = *sharded.reader().segments()[0];
  REQUIRE(dynamic_cast<XapianSegment*>(&xapian) != nullptr);
  std::vector<std::string> terms{"boats", "boat", "none", "2024"};
  for (auto const* word : {"boat", "인턴십", "서버"}) {
    for (auto const field : {index::FieldId::title, index::FieldId::author, index::FieldId::topic})
      terms.push_back(index::stem_term(index::field(field).word_prefix, word));
    terms.push_back(index::stem_term({}, word));
  }
  for (std::string const id : {"a", "b", "c", "a", "c", "b"}) { // backwards, too
    INFO(id);
    auto const docid = sharded.document(id);
    REQUIRE(docid == near.document(id));
    auto const here = mapped.article(docid).value();
    auto const there = xapian.article(docid).value();
    CHECK(xapian.docid(there) == docid);
    CHECK(xapian.record(there) == mapped.record(here));
    CHECK(xapian.fields(there) == mapped.fields(here));
    for (auto const& term : terms) {
      INFO(term);
      CHECK(xapian.positions(there, term) == mapped.positions(here, term));
    }
    for (std::size_t section = 0; section < mapped.fields(here).sections.size(); ++section) {
      CHECK(xapian.heading_words(there, section) == mapped.heading_words(here, section));
      CHECK(xapian.places(there, section) == mapped.places(here, section));
    }
  }
  for (auto const& term : terms) {
    INFO(term);
    CHECK(sharded.reader().document_frequency(term) == near.reader().document_frequency(term));
  }
}

TEST_CASE("a window of a text is the same, and never cuts a character") {
  tests::SmallReader near(lines());
  tests::SmallReader sharded(lines(), 2);
  auto& mapped = *near.reader().segments()[0];
  auto& xapian = *sharded.reader().segments()[0];
  auto const docid = near.document("a");
  auto const positions = mapped.positions(mapped.article(docid).value(), "boats");
  REQUIRE(positions.size() > 100);
  for (auto const position : {positions[1], positions[40], positions.back()}) {
    for (std::size_t const bytes : {0U, 10U, 100U, 100'000U}) {
      INFO(position << ' ' << bytes);
      auto const here = mapped.window({mapped.article(docid).value(), 0, position, bytes, bytes});
      auto const there = xapian.window({docid, 0, position, bytes, bytes});
      CHECK(there.text == here.text);
      CHECK(there.begin == here.begin);
      CHECK(there.section_bytes == here.section_bytes);
      CHECK(there.first_position == here.first_position);
    }
  }
}

TEST_CASE("the heaviest stems of a database are those of mapped segments") {
  tests::SmallReader near(lines());
  tests::SmallReader sharded(lines(), 2);
  auto const heaviest = [](tests::SmallReader& index, std::size_t most) {
    auto const b = index.document("b");
    std::vector<std::string> stems;
    for (auto const& stem : index.reader().heaviest_stems(std::vector<Reader::Share>{{b, 1}}, most))
      stems.push_back(stem.stem);
    return stems;
  };
  CHECK(heaviest(sharded, 2) == heaviest(near, 2));
  CHECK(heaviest(sharded, 1).size() == 1);
  CHECK(heaviest(sharded, 0).empty());
}

TEST_CASE("a database has the numbers of its articles, and a bound after the last") {
  tests::SmallReader sharded(lines(), 2);
  auto& segment = *sharded.reader().segments()[0];
  CHECK(segment.end() == 4);
  CHECK_FALSE(segment.article(0));
  CHECK_FALSE(segment.article(4));
  CHECK(segment.article(3) == 3);
  CHECK(segment.all_live());
  CHECK(segment.postings("none") == nullptr);
  CHECK(segment.terms_beginning("word1", 3) ==
        std::vector<std::string>{"word1", "word10", "word100"});
  CHECK(segment.terms_beginning("none", 3).empty());
  CHECK_THROWS_AS(sharded.reader().record(4), index::Error);
}
