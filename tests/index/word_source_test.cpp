// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/word_source.hpp"

#include "index/segment/writer.hpp"
#include "index/stored_articles.hpp"
#include "tests/index/store_fixture.hpp"

#include <xapian.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace recap;
using namespace recap::index;

namespace {

using Words = std::vector<std::pair<std::string, std::uint32_t>>;

constexpr auto terms_of_one =
    std::to_array<std::string_view>({"Qone", "Zappl", "apple", "zebra", "1st", "~x", "가"});
constexpr auto terms_of_two = std::to_array<std::string_view>({"Qtwo", "apple", "ZZ"});

Words read(WordSource const& source) {
  Words words;
  source([&](std::string const& word, std::uint32_t documents) {
    words.emplace_back(word, documents);
  });
  return words;
}

Words const expected{{"1st", 1}, {"apple", 2}, {"zebra", 1}, {"~x", 1}, {"가", 1}};

} // namespace

TEST_CASE("the words of a database are its terms without a prefix, in byte order") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document one;
  for (auto const term : terms_of_one)
    one.add_term(std::string(term));
  database.add_document(one);
  Xapian::Document two;
  for (auto const term : terms_of_two)
    two.add_term(std::string(term));
  database.add_document(two);
  CHECK(read(words_of(database)) == expected);
  CHECK(read(words_of(Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY))).empty());
}

TEST_CASE("the words of segments are the same, of live articles only") {
  recap::tests::TemporaryFolder const folder;
  SegmentWriter writer;
  std::uint32_t docid = 0;
  for (auto const& list : {std::span<std::string_view const>(terms_of_one),
                           std::span<std::string_view const>(terms_of_two),
                           std::span<std::string_view const>(terms_of_one)}) {
    std::vector<ArticleTerm> terms;
    for (auto const term : list)
      terms.push_back({.term = term, .impact = 1});
    Record record;
    record.id = std::to_string(++docid);
    writer.add({.docid = docid, .record = &record, .terms = terms});
  }
  writer.finish(folder.path() / "words-1", folder.path() / "articles-1");
  write_live_articles(std::vector<std::uint8_t>{0, 1, 1, 1}, folder.path() / live_name);
  std::vector<SegmentNames> const names{{"words-1", "articles-1"}};
  Words all = expected;
  for (auto& [word, documents] : all)
    ++documents;
  CHECK(read(words_of(Segments(folder.path(), names))) == all);
}
