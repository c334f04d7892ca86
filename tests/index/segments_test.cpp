// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segments.hpp"

#include "index/segment/writer.hpp"
#include "index/word_source.hpp"
#include "tests/index/store_fixture.hpp"

#include <map>

using namespace recap::index;
namespace fs = std::filesystem;

namespace {

using Frequencies = std::map<std::string, std::uint32_t>;

/// Two segments: the first has the articles 1 to 3, the second a new text of 2, and 5.
struct SegmentsFixture {
  recap::tests::TemporaryFolder temporary;
  fs::path folder = temporary.path();
  std::vector<SegmentNames> names{{"words-1", "articles-1"}, {"words-2", "articles-2"}};

  SegmentsFixture() {
    SegmentWriter first;
    add(first, 1, "one", {"apple", "pear"});
    add(first, 2, "two", {"apple", "plum"});
    add(first, 3, "three", {"apple"});
    first.finish(folder / "words-1", folder / "articles-1");
    SegmentWriter second;
    add(second, 2, "two again", {"apple", "quince"});
    add(second, 5, "five", {"pear"});
    second.count_dead(terms({"apple", "plum"}));
    second.finish(folder / "words-2", folder / "articles-2");
    write_live_articles(std::vector<std::uint8_t>{0, 1, 2, 1, 0, 2}, folder / live_name);
  }

  static std::vector<ArticleTerm> terms(std::vector<std::string_view> const& words) {
    std::vector<ArticleTerm> terms;
    for (auto const word : words)
      terms.push_back({.term = word, .impact = 1});
    terms.push_back({.term = "XKfruit", .impact = 1});
    return terms;
  }

  static void add(SegmentWriter& writer, std::uint32_t docid, std::string const& title,
                  std::vector<std::string_view> const& words) {
    Record record;
    record.id = std::to_string(docid);
    record.title = title;
    writer.add({.docid = docid, .record = &record, .terms = terms(words)});
  }

  [[nodiscard]] Error error() const {
    return error_of([&] { Segments const segments(folder, names); });
  }
};

} // namespace

TEST_CASE_METHOD(SegmentsFixture, "the live article is read from whichever segment has it") {
  Segments const segments(folder, names);
  CHECK(segments.record(1).title == "one");
  CHECK(segments.record(2).title == "two again");
  CHECK(segments.record(5).title == "five");
  CHECK(segments.place(2)->segment == 1);
  CHECK(segments.in_force(1, 2));
  CHECK_FALSE(segments.in_force(0, 2));
  for (std::uint32_t const docid : {0U, 4U, 6U, 1000U}) {
    CHECK_FALSE(segments.place(docid));
    CHECK(error_of([&] { (void)segments.record(docid); }).code() == ErrorCode::damaged);
  }
  CHECK(segments.live().articles() == 4);
}

TEST_CASE_METHOD(SegmentsFixture, "frequencies over two segments count live articles") {
  Segments const segments(folder, names);
  Frequencies const expected{{"XKfruit", 4}, {"apple", 3}, {"pear", 2}, {"quince", 1}};
  Frequencies found;
  for (TermsInForce at(segments); at; ++at)
    found.emplace(at.term(), at.document_frequency());
  CHECK(found == expected);
  for (auto const& [term, frequency] : expected)
    CHECK(segments.document_frequency(term) == frequency);
  CHECK(segments.document_frequency("plum") == 0);
  CHECK(segments.document_frequency("fig") == 0);
  TermsInForce const from(segments, "b");
  CHECK(from.term() == "pear");
}

TEST_CASE_METHOD(SegmentsFixture, "words of running text are those without a prefix") {
  Segments const segments(folder, names);
  Frequencies found;
  words_of(segments)([&](auto const& word, auto documents) { found.emplace(word, documents); });
  CHECK(found == Frequencies{{"apple", 3}, {"pear", 2}, {"quince", 1}});
}

TEST_CASE_METHOD(SegmentsFixture, "segments that do not fit together are damage") {
  SECTION("a file is missing") {
    fs::remove(folder / "articles-2");
  }
  SECTION("live names another segment") {
    write_live_articles(std::vector<std::uint8_t>{0, 1, 3}, folder / live_name);
  }
  SECTION("articles of another segment") {
    names[1].articles = "articles-1";
  }
  SECTION("none at all") {
    names.clear();
    write_live_articles(std::vector<std::uint8_t>{}, folder / live_name);
  }
  CHECK(error().code() == ErrorCode::damaged);
}

TEST_CASE_METHOD(SegmentsFixture, "a live article missing from its segment is damage") {
  write_live_articles(std::vector<std::uint8_t>{0, 1, 2, 1, 1, 2}, folder / live_name);
  Segments const segments(folder, names);
  CHECK(error_of([&] { (void)segments.place(4); }).code() == ErrorCode::damaged);
  CHECK(segments.record(3).title == "three");
}
