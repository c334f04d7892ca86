// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/significant_terms.hpp"

#include "tests/catch.hpp"

#include <map>

using namespace recap;
using namespace recap::search;

namespace {

/// 1,000 articles; stems without an entry are in ten of them.
Rarity rarity(std::map<std::string, double> with = {}) {
  return {.articles = 1000, .with_stem = [with](std::string const& stem) {
            auto const known = with.find(stem);
            return known == with.end() ? 10 : known->second;
          }};
}

std::vector<std::string> words(index::Record record, Rarity const& rarity) {
  text::Analyser analyser;
  auto const story = draft_story(analyser, std::move(record), {});
  std::vector<std::string> written;
  for (auto const& word : significant_terms(analyser, story, rarity))
    written.push_back(word.written);
  std::ranges::sort(written);
  return written;
}

index::Record draft(std::string text) {
  index::Record record;
  record.sections.emplace_back().text = std::move(text);
  return record;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("words are returned as written, without a Korean particle") {
  CHECK(words(draft("Kubernetes monitoring, 인턴십을"), rarity()) ==
        Words{"Kubernetes", "monitoring", "인턴십"});
}

TEST_CASE("the most frequent spelling is returned") {
  CHECK(words(draft("Chat. chat, chat"), rarity()) == Words{"chat"});
}

TEST_CASE("words of no other article or of half of them are not significant, nor are numbers") {
  CHECK(words(draft("alpha beta gamma 1984 3.5"), rarity({{"alpha", 0}, {"beta", 501}})) ==
        Words{"gamma"});
}

TEST_CASE("function words are not significant, however rare") {
  CHECK(words(draft("Although themselves between asyncio"), rarity()) == Words{"asyncio"});
}

TEST_CASE("a compound replaces its parts, unless they also occur alone") {
  CHECK(words(draft("Backend.AI and Backend.AI"), rarity()) == Words{"Backend.AI"});
  CHECK(words(draft("Backend.AI is a backend"), rarity()) == Words{"Backend.AI", "backend"});
}

TEST_CASE("names of authors and words that are only in topics are not words of the story") {
  auto record = draft("Koo wrote plugins");
  record.author = {"Koo"};
  record.topics = {"monitoring", "plugins"};
  CHECK(words(record, rarity()) == Words{"plugins", "wrote"});
}

TEST_CASE("rarer words and those of the title come first") {
  text::Analyser analyser;
  auto record = draft("common rare");
  record.title = "title";
  auto const story = draft_story(analyser, record, {});
  auto const chosen = significant_terms(analyser, story, rarity({{"common", 300}, {"titl", 300}}));
  REQUIRE(chosen.size() == 3);
  CHECK(chosen[0].written == "rare");
  CHECK(chosen[1].written == "title");
}
