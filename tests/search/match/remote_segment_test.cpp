// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/remote_segment.hpp"

#include "index/fields.hpp"
#include "index/positions.hpp"
#include "tests/catch.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

constexpr std::uint32_t articles = 300;
constexpr std::uint32_t slot = 5;

/// Every article has `all`, every third `third`; each has a value in `slot`, descending by docid.
Xapian::WritableDatabase made() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (std::uint32_t article = 1; article <= articles; ++article) {
    Xapian::Document document;
    document.add_term("all", article);
    if (article % 3 == 0) document.add_term("third", 7);
    document.add_value(slot, std::to_string(1000 - article));
    std::vector<std::uint32_t> const places{article};
    document.add_value(index::positions_slot, index::encode_positions({{"all", places}}, {}));
    database.add_document(document);
  }
  return database;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> read(Segment& segment,
                                                          std::string const& term) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> read;
  auto const list = segment.postings(term);
  if (!list) return read;
  CHECK(list->size() == segment.document_frequency(term));
  constexpr auto end = std::numeric_limits<std::uint32_t>::max();
  for (auto block = list->next_block(end); !block.empty(); block = list->next_block(end)) {
    for (auto const& posting : block)
      read.emplace_back(posting.article, posting.impact);
  }
  return read;
}

} // namespace

TEST_CASE("lists read whole equal those of a local database") {
  text::Analyser analyser;
  XapianSegment near(made(), analyser);
  RemoteSegment far(made(), analyser);
  for (std::string const term : {"all", "third", "none"}) {
    CAPTURE(term);
    auto const expected = read(near, term);
    CHECK(read(far, term) == expected);
    CHECK(read(far, term) == expected); // the list is cached now, and starts over
  }
  CHECK(read(far, "third").size() == 100);
}

TEST_CASE("a cached list can be read from any article on, up to another") {
  text::Analyser analyser;
  RemoteSegment far(made(), analyser);
  auto const list = far.postings("third");
  REQUIRE(list);
  CHECK(list->seek(100)->article == 102);
  CHECK(list->next_block(106).size() == 2); // 102 and 105
  CHECK(list->next_block(106).empty());
  CHECK(list->seek(300)->article == 300);
  CHECK_FALSE(list->seek(301));
}

TEST_CASE("frequencies requested together equal those requested one by one") {
  text::Analyser analyser;
  RemoteSegment announced(made(), analyser);
  RemoteSegment asked(made(), analyser);
  std::vector<std::string> const terms{"all", "third", "none", "all"};
  announced.look_up(terms);
  announced.look_up(terms);
  announced.begin();
  for (auto const& term : terms)
    CHECK(announced.document_frequency(term) == asked.document_frequency(term));
  CHECK(announced.document_frequency("third") == 100);
}

TEST_CASE("positions on other hosts are read in any order") {
  text::Analyser analyser;
  RemoteSegment far(made(), analyser);
  for (std::uint32_t const article : {200U, 3U, 200U, 1U})
    CHECK(far.positions(article, "all") == std::vector<std::uint32_t>{article});
  CHECK(far.positions(3, "third").empty());
}

TEST_CASE("values from other hosts come by docid, in whatever order they arrive") {
  auto const values = values_at_once(made(), slot);
  REQUIRE(values.size() == articles);
  for (std::uint32_t i = 0; i < articles; ++i) {
    CHECK(values[i].docid == i + 1);
    CHECK(values[i].value == std::to_string(1000 - (i + 1)));
  }
}
