// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/index/segment/model.hpp"

using namespace recap::index;
using namespace recap::index::tests;

namespace {

struct Written {
  Written(std::uint32_t seed, std::uint32_t articles)
      : model(random_model(seed, articles))
      , files(folder.path(), "1") {
    write(model, files);
    words.emplace(files.words);
  }

  TemporaryFolder folder;
  Model model;
  Files files;
  std::optional<SegmentWords> words;
};

std::vector<std::uint32_t> positions_at(PostingCursor& cursor) {
  std::vector<std::uint32_t> positions;
  cursor.positions(positions);
  return positions;
}

} // namespace

TEST_CASE("a cursor seeks and gives blocks in any order as the model does") {
  Written const segment(11, 900);
  Random random(5);
  for (auto const& [term, postings] : lists_of(segment.model)) {
    if (postings.size() < 3 && below(random, 50) > 0) continue;
    INFO(term);
    for (int round = 0; round < 5; ++round) {
      PostingCursor cursor(*segment.words, *segment.words->find(term));
      std::size_t at = 0;
      std::uint32_t target = 0;
      while (at < postings.size()) {
        target += below(random, round == 0 ? 3 : 150);
        if (below(random, 2) == 0) {
          auto const found = cursor.seek(target);
          while (at < postings.size() && postings[at].article < target)
            ++at;
          REQUIRE(found.has_value() == (at < postings.size()));
          if (!found) break;
          REQUIRE(*found == postings[at]);
          auto const& expected = segment.model[found->article].terms.at(term).positions;
          REQUIRE(positions_at(cursor) == expected);
          REQUIRE(positions_at(cursor) == expected);
        } else {
          for (auto block = cursor.next_block(target); !block.empty();
               block = cursor.next_block(target)) {
            for (std::size_t i = block.size(); i-- > 0;) {
              std::vector<std::uint32_t> positions;
              cursor.positions(i, positions);
              REQUIRE(block[i] == postings[at + i]);
              REQUIRE(positions == segment.model[block[i].article].terms.at(term).positions);
            }
            at += block.size();
          }
          REQUIRE((at == postings.size() || postings[at].article >= target));
        }
      }
      CHECK_FALSE(cursor.seek(segment.words->articles()));
      CHECK(cursor.next_block(segment.words->articles()).empty());
    }
  }
}

TEST_CASE("the next block includes the posting that seek reached, and seeking back does nothing") {
  Written const segment(12, 400);
  PostingCursor cursor(*segment.words, *segment.words->find("everywhere"));
  CHECK(cursor.seek(300)->article == 300);
  CHECK(cursor.seek(5)->article == 300);
  auto const block = cursor.next_block(302);
  REQUIRE(block.size() == 2);
  CHECK(block[0].article == 300);
  CHECK(cursor.seek(0)->article == 302);
}

TEST_CASE("a copy of a cursor is independent") {
  Written const segment(13, 400);
  PostingCursor cursor(*segment.words, *segment.words->find("everywhere"));
  CHECK(cursor.seek(130)->article == 130);
  PostingCursor copy = cursor;
  CHECK(cursor.seek(390)->article == 390);
  CHECK(copy.next_block(132).size() == 2);
  CHECK(positions_at(copy) == segment.model[132].terms.at("everywhere").positions);
}

TEST_CASE("postings with impact 0 are returned like others, but not counted") {
  TemporaryFolder const folder;
  Model model(3);
  for (std::uint32_t i = 0; i < 3; ++i) {
    model[i].docid = i + 1;
    model[i].terms["Zrun"] = {.impact = i == 1 ? 40U : 0U, .positions = {i + 1}};
  }
  Files const files(folder.path(), "1");
  write(model, files);
  SegmentWords const words(files.words);
  auto const entry = words.find("Zrun");
  CHECK(entry->postings == 3);
  CHECK(entry->document_frequency == 1);
  PostingCursor cursor(words, *entry);
  auto const block = cursor.next_block(3);
  REQUIRE(block.size() == 3);
  CHECK(block[0].impact == 0);
  CHECK(block[1].impact == 40);
}

TEST_CASE("a term with thousands of positions in an article is read from anywhere in it") {
  TemporaryFolder const folder;
  Random random(9);
  Model model(300);
  for (std::uint32_t i = 0; i < model.size(); ++i) {
    model[i].docid = i + 1;
    model[i].terms["the"] = {.impact = 1 + i % 3,
                             .positions = ascending(random, below(random, 3'000), 30)};
  }
  Files const files(folder.path(), "1");
  write(model, files);
  SegmentWords const words(files.words);
  for (std::uint32_t const step : {1U, 7U, 100U}) {
    PostingCursor cursor(words, *words.find("the"));
    for (std::uint32_t article = 0; article < model.size(); article += step) {
      REQUIRE(cursor.seek(article)->article == article);
      CHECK(positions_at(cursor) == model[article].terms["the"].positions);
    }
  }
}
