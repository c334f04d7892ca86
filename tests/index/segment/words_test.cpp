// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/index/segment/model.hpp"

using namespace recap::index;
using namespace recap::index::tests;

namespace {

/// Everything that the dictionary, the lists and the forward lists say is what the model says.
void check_equal(SegmentWords const& words, Model const& model) {
  auto const lists = lists_of(model);
  REQUIRE(words.articles() == model.size());
  CHECK(words.terms() == lists.size());
  std::uint32_t ordinal = 0;
  auto at = words.terms_from();
  for (auto const& [term, postings] : lists) {
    INFO(term);
    REQUIRE(at);
    CHECK(at.term() == term);
    auto const entry = words.find(term);
    REQUIRE(entry);
    CHECK(entry->ordinal == ordinal);
    CHECK(at.entry().offset == entry->offset);
    CHECK(words.term(ordinal) == term);
    CHECK(words.entry(ordinal).postings == entry->postings);
    CHECK(entry->postings == postings.size());
    CHECK(entry->document_frequency ==
          std::ranges::count_if(postings, [](auto const& one) { return one.impact > 0; }));
    CHECK(entry->dead == 0);
    PostingCursor cursor(words, *entry);
    std::vector<Posting> read;
    std::vector<std::uint32_t> positions;
    std::vector<std::uint32_t> expected;
    for (auto block = cursor.next_block(words.articles()); !block.empty();
         block = cursor.next_block(words.articles())) {
      for (std::size_t place = 0; place < block.size(); ++place)
        cursor.positions(place, positions);
      read.insert(read.end(), block.begin(), block.end());
    }
    CHECK(read == postings);
    for (auto const& [article, impact] : postings) {
      auto const& of_term = model[article].terms.at(term).positions;
      expected.insert(expected.end(), of_term.begin(), of_term.end());
      CHECK(impact <= cursor.largest_impact());
    }
    CHECK(positions == expected);
    ++ordinal;
    ++at;
  }
  CHECK_FALSE(at);
  for (std::uint32_t local = 0; local < model.size(); ++local) {
    CHECK(words.docids()[local] == model[local].docid);
    CHECK(words.local(model[local].docid) == local);
    CHECK(words.ends(local) == model[local].ends);
  }
}

/// Stems and impacts of an article, heaviest first.
std::vector<std::pair<std::string, std::uint32_t>> forward(SegmentWords const& words,
                                                           std::uint32_t local) {
  std::vector<ForwardEntry> entries;
  words.forward(local, entries);
  std::vector<std::pair<std::string, std::uint32_t>> named;
  for (auto const& [ordinal, impact] : entries)
    named.emplace_back(words.term(ordinal), impact);
  return named;
}

} // namespace

TEST_CASE("a segment returns what was written for random articles") {
  TemporaryFolder const folder;
  for (std::uint32_t const count : {1U, 2U, 127U, 128U, 129U, 600U}) {
    CAPTURE(count);
    auto const model = random_model(count, count);
    Files const files(folder.path(), std::to_string(count));
    write(model, files);
    check_equal(SegmentWords(files.words), model);
  }
}

TEST_CASE("a segment without articles is empty") {
  TemporaryFolder const folder;
  Files const files(folder.path(), "1");
  write({}, files);
  Opened const segment(files);
  CHECK(segment.words.articles() == 0);
  CHECK(segment.articles.articles() == 0);
  CHECK_FALSE(segment.words.find("anything"));
  CHECK_FALSE(segment.words.terms_from("anything"));
  CHECK_FALSE(segment.words.local(1));
}

TEST_CASE("terms that a segment does not have are not found") {
  TemporaryFolder const folder;
  Files const files(folder.path(), "1");
  write(random_model(7, 200), files);
  SegmentWords const words(files.words);
  for (auto const* const term :
       {"", "A", "Bab ", "Ba", "Bac", "everywher", "everywheres", "w", "w1a", "zzz", "\xff"})
    CHECK_FALSE(words.find(term));
}

TEST_CASE("terms are iterated from the first that is not less") {
  TemporaryFolder const folder;
  Files const files(folder.path(), "1");
  auto const model = random_model(8, 200);
  write(model, files);
  SegmentWords const words(files.words);
  auto const lists = lists_of(model);
  for (std::string const begin : {"", "A", "Bab", "Bab0", "everywhere", "w2", "w25", "Zw", "zzz"}) {
    CAPTURE(begin);
    auto expected = lists.lower_bound(begin);
    auto at = words.terms_from(begin);
    for (; expected != lists.end(); ++expected, ++at) {
      REQUIRE(at);
      CHECK(at.term() == expected->first);
    }
    CHECK_FALSE(at);
  }
}

TEST_CASE("long terms with long common prefixes are distinct") {
  TemporaryFolder const folder;
  ModelArticle article{.docid = 3};
  for (std::size_t length = 1; length < 240; ++length)
    article.terms[std::string(length, 'a') + "b"] = {.impact = static_cast<std::uint32_t>(length)};
  Files const files(folder.path(), "1");
  write({article}, files);
  check_equal(SegmentWords(files.words), {article});
}

TEST_CASE("the forward list has the heaviest stems, without stop words") {
  TemporaryFolder const folder;
  ModelArticle article{.docid = 1};
  auto const set = [&](std::string const& term, std::uint32_t impact, bool is_stem) {
    article.terms[term] = {.impact = impact, .is_stem = is_stem};
  };
  set("the", 900, true);
  set("Zbetween", 900, true);
  set("run", 30, true);
  set("Zorbit", 800, true);
  set("Bxy", 700, false);
  set("running", 500, false);
  set("comet", 30, true);
  Files const files(folder.path(), "1");
  write({article}, files);
  CHECK(forward(SegmentWords(files.words), 0) == std::vector<std::pair<std::string, std::uint32_t>>{
                                                     {"Zorbit", 800}, {"comet", 30}, {"run", 30}});
}

TEST_CASE("a forward list has at most 400 stems") {
  TemporaryFolder const folder;
  ModelArticle article{.docid = 1};
  for (std::uint32_t i = 1; i <= 500; ++i)
    article.terms["stem" + std::to_string(i)] = {.impact = i, .is_stem = true};
  Files const files(folder.path(), "1");
  write({article}, files);
  auto const list = forward(SegmentWords(files.words), 0);
  REQUIRE(list.size() == 400);
  CHECK(list.front() == std::pair<std::string, std::uint32_t>("stem500", 500));
  CHECK(list.back() == std::pair<std::string, std::uint32_t>("stem101", 101));
}

TEST_CASE("a stem has one ordinal, whether a word replaces it or not") {
  TemporaryFolder const folder;
  ModelArticle as_word{.docid = 1};
  as_word.terms["run"] = {.impact = 20, .positions = {4}, .is_stem = true};
  ModelArticle as_stem{.docid = 2};
  as_stem.terms["running"] = {.impact = 10, .positions = {4}};
  as_stem.terms["Zrun"] = {.impact = 10, .positions = {4}, .is_stem = true};
  Files const files(folder.path(), "1");
  write({as_word, as_stem}, files);
  SegmentWords const words(files.words);
  CHECK(forward(words, 0).front().first == "Zrun");
  CHECK(forward(words, 1).front().first == "Zrun");
}

TEST_CASE("dead articles count for their terms, even for those that no article has") {
  TemporaryFolder const folder;
  auto const dead = random_model(1, 2);
  auto const live = random_model(2, 2, 100);
  Files const files(folder.path(), "2");
  SegmentWriter writer;
  for (auto const& article : live)
    add(writer, article);
  for (auto const& article : dead)
    writer.count_dead(terms_of(article));
  writer.finish(files.words, files.articles);
  SegmentWords const words(files.words);
  CHECK(words.find("everywhere")->dead == 2);
  CHECK(words.find("everywhere")->document_frequency == 2);
  auto const gone = words.find("rare1");
  REQUIRE(gone);
  CHECK(gone->dead == 1);
  CHECK(gone->postings == 0);
  CHECK(PostingCursor(words, *gone).next_block(100).empty());
  CHECK_FALSE(PostingCursor(words, *gone).seek(0));
}

TEST_CASE("a writer refuses articles out of docid order") {
  SegmentWriter writer;
  auto const model = random_model(3, 2);
  add(writer, model[1]);
  CHECK_THROWS_AS(add(writer, model[0]), std::invalid_argument);
}
