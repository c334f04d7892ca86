// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/related_search.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Ids = std::vector<std::string>;

std::string line(std::string const& id, std::string const& text, std::string const& more = {}) {
  return R"({"id":")" + id + R"(","title":"About )" + id + R"(","text":")" + text + '"' + more +
         '}';
}

/// Articles that share nothing with the others, so that no word of the others is common.
std::vector<std::string> with_others(std::vector<std::string> lines) {
  for (char c = 'a'; c <= 'j'; ++c)
    lines.push_back(line(std::string("other") + c, std::string("zz") + c + "k qq" + c + 'k'));
  return lines;
}

/// Finds stories related to one of a few articles.
class Related {
public:
  explicit Related(std::vector<std::string> lines)
      : index_(with_others(std::move(lines))) {}

  [[nodiscard]] RelatedResult to(std::string const& id, std::size_t limit = 9) {
    auto const story = indexed_story(index_.reader(), index_.document(id),
                                     index_.snapshot().manifest().average_lengths);
    return RelatedSearch(index_.snapshot(), index_.reader(), story, limit).run();
  }

private:
  tests::SmallReader index_;
};

template <typename Hit>
Ids ids(std::vector<Hit> const& hits) {
  Ids ids;
  for (auto const& hit : hits)
    ids.push_back(hit.article.id);
  return ids;
}

} // namespace

TEST_CASE("two shared words relate two stories, one is chance") {
  Related related({line("one", "lighthouse harbour keeper telescope"),
                   line("two", "harbour lighthouse ships anchors"),
                   line("three", "keeper gardens roses thorns")});
  auto const found = related.to("one");
  CHECK(ids(found.hits) == Ids{"two"});
  auto words = found.hits[0].words;
  std::ranges::sort(words);
  CHECK(words == Ids{"harbour", "lighthouse"});
}

TEST_CASE("a shared topic is enough, and one shared word of the same period") {
  auto const period = R"(,"year":2024,"season":"summer")";
  Related related(
      {line("one", "lighthouse keeper ships anchors", std::string(R"(,"topics":["sea"])") + period),
       line("topic", "roses", R"(,"topics":["Sea"])"),
       line("period", "lighthouse gardens lawns thorns", period),
       line("neither", "compass maps", period)});
  auto const found = related.to("one");
  auto all = ids(found.hits);
  std::ranges::sort(all);
  CHECK(all == Ids{"period", "topic"});
  for (auto const& hit : found.hits) {
    CHECK(hit.same_period == (hit.article.id == "period"));
    CHECK(hit.topics == (hit.article.id == "topic" ? Ids{"Sea"} : Ids{}));
  }
}

TEST_CASE("a copy is set apart from the related stories") {
  std::string const text = "lighthouse harbour keeper telescope ships anchors compass";
  Related related({line("one", text), line("copy", text + " maps"),
                   line("two", "harbour lighthouse gardens roses")});
  auto const found = related.to("one");
  CHECK(ids(found.near_duplicates) == Ids{"copy"});
  CHECK(found.near_duplicates[0].share > 0.4);
  CHECK(ids(found.hits) == Ids{"two"});
}

TEST_CASE("a story in another language that shares the title is a version, not a copy") {
  Related related(
      {R"({"id":"en","title":"Same title","lang":"en","text":"lighthouse harbour"})",
       R"({"id":"ko","title":"Same title","lang":"ko","text":"등대 lighthouse harbour 항구"})"});
  auto const found = related.to("en");
  CHECK(ids(found.versions) == Ids{"ko"});
  CHECK(found.versions[0].is_version);
  CHECK(found.hits.empty());
}

TEST_CASE("stories by another author come before equal ones by the same") {
  auto const by = [](std::string const& name) { return R"(,"author":[")" + name + R"("])"; };
  Related related({line("one", "lighthouse harbour keeper telescope", by("Koo")),
                   line("a", "lighthouse harbour gardens roses", by("Koo")),
                   line("b", "lighthouse harbour thorns lawns", by("Gu"))});
  CHECK(ids(related.to("one").hits) == Ids{"b", "a"});
  CHECK(ids(related.to("one", 1).hits) == Ids{"b"});
}

TEST_CASE("a story related to nothing has no hits") {
  Related related({line("one", "lighthouse")});
  auto const found = related.to("one");
  CHECK(found.hits.empty());
  CHECK(found.near_duplicates.empty());
}
