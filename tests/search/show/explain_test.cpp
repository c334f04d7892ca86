// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/explain.hpp"

#include "searchd/search/query/stop_word_list.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_index.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

std::vector<std::string> const articles{
    R"({"id":"a","title":"Lighthouse","topics":["lighthouse"],"date":"2024-01-01","markdown":"The keeper climbs.\n\n## Harbours\n\nA front end, monitoring the sea."})",
    R"({"id":"b","title":"후기","date":"2020-01-01","text":"겨울인턴십프로그램을 했다. 등대에서 봤다."})",
    R"({"id":"c","title":"Other","text":"keeper of the sea, far from a lighthouse"})",
};

Request asking(std::string q) {
  Request request;
  request.q = std::move(q);
  request.explains = true;
  request.recency = 0;
  return request;
}

Hit first(Request const& request) {
  tests::SmallIndex const index(articles);
  auto result = index.engine().search(request);
  REQUIRE_FALSE(result.hits.empty());
  return std::move(result.hits[0]);
}

Reason reason_of(Hit const& hit, std::string const& word) {
  auto const found = std::ranges::find(hit.why, word, &Reason::word);
  REQUIRE(found != hit.why.end());
  return *found;
}

bool has(Hit const& hit, ReasonKind kind) {
  return std::ranges::find(hit.why, kind, &Reason::kind) != hit.why.end();
}

double sum(Hit const& hit) {
  return std::accumulate(hit.why.begin(), hit.why.end(), 0.0,
                         [](double total, Reason const& one) { return total + one.weight; });
}

} // namespace

TEST_CASE("words that weigh more one by one than under NEAR do not exceed the score") {
  std::vector<std::string> lines{R"({"id":"a","title":"Mill","text":"A windmill by the dyke."})"};
  for (char id = 'b'; id < 'n'; ++id) // so that both words are rare
    lines.push_back(std::string(R"({"id":")") + id + R"(","title":"Other","text":"A garden."})");
  tests::SmallIndex const index(lines);
  auto const hit = index.engine().search(asking("windmill NEAR dyke")).hits.at(0);
  CHECK(sum(hit) == Approx(hit.score).margin(1e-6));
  REQUIRE(hit.why.size() == 2);
  CHECK(hit.why[1].weight > 0);
}

TEST_CASE("the reasons add up to the score, whatever weights an operator has") {
  for (std::string const q : {"keeper NEAR climbs", "monitoring NEAR sea", "front NEAR/5 sea",
                              "keeper monitoring NEAR sea", "\"front end\" monitoring NEAR sea",
                              "monit* sea", "keeper OR monitoring NEAR sea"}) {
    CAPTURE(q);
    auto const hit = first(asking(q));
    CHECK(sum(hit) == Approx(hit.score).margin(1e-6));
    CHECK(std::ranges::all_of(hit.why, [](Reason const& one) { return one.weight >= 0; }));
  }
}

TEST_CASE("a reason has the word of the article, where it weighs most, and the way it matches") {
  struct Case {
    std::string q;
    ReasonKind kind;
    std::string matched;
    std::string field;
  };
  for (auto const& [q, kind, matched, field] :
       {Case{"keeper ", ReasonKind::exact, "keeper", "body"},
        Case{"climbed ", ReasonKind::stem, "climbs", "body"},
        Case{"harbours ", ReasonKind::exact, "harbours", "heading"},
        Case{"lighthouses ", ReasonKind::stem, "lighthouse", "title"},
        Case{"front-end ", ReasonKind::parts, "front end", "body"},
        Case{"monit", ReasonKind::prefix, "monitoring", "body"},
        Case{"monitorign ", ReasonKind::typo, "monitoring", "body"},
        Case{"등대를 ", ReasonKind::particle, "등대", "body"},
        Case{"인턴십 ", ReasonKind::inside, "인턴십", "body"}}) {
    CAPTURE(q);
    auto const hit = first(asking(q));
    auto typed = q;
    if (typed.ends_with(' ')) typed.pop_back();
    auto const reason = reason_of(hit, typed);
    CHECK(reason.kind == kind);
    CHECK(reason.matched == matched);
    CHECK(reason.field == field);
  }
}

TEST_CASE("a reason has the form that its field has, not one from elsewhere in the article") {
  tests::SmallIndex const index({
      R"({"id":"a","title":"Accessible piers","text":"We tested the accessibility of each."})",
      R"({"id":"b","title":"Docks","markdown":"The permits are kept here.\n\n## One permit for all\n\nPermits again."})",
      R"({"id":"c","title":"등대","text":"등대를 찾았다."})",
      R"({"id":"d","title":"인그레스 컨트롤러","text":"하나"})",
      R"({"id":"f","title":"Twenty","text":"21F, 21F and 21F beside 21 f, 21 f, 21 f, 21 f"})",
      R"({"id":"e","title":"Docks","markdown":"One.\n\n## 인그레스란?\n\nTwo."})",
  });
  struct Case {
    std::string id;
    std::string q;
    std::string field;
    std::string matched;
    ReasonKind kind;
  };
  for (auto const& [id, q, field, matched, kind] :
       {Case{"a", "accessibility", "title", "accessible", ReasonKind::stem},
        Case{"a", "accessible", "title", "accessible", ReasonKind::exact},
        Case{"b", "permits", "heading", "permit", ReasonKind::stem},
        Case{"c", "등대를", "title", "등대", ReasonKind::particle},
        Case{"f", "21f", "body", "21f", ReasonKind::parts},
        Case{"d", "인그레스란", "title", "인그레스", ReasonKind::inside}}) {
    CAPTURE(q);
    auto const result = index.engine().search(asking(q + ' '));
    auto const hit =
        std::ranges::find(result.hits, id, [](Hit const& one) { return one.article.id; });
    REQUIRE(hit != result.hits.end());
    auto const reason = reason_of(*hit, q);
    CHECK(reason.field == field);
    CHECK(reason.matched == matched);
    CHECK(reason.kind == kind);
  }
}

TEST_CASE("a score that no word explains has reasons of its own") {
  CHECK(has(first(asking("lighthouse ")), ReasonKind::title));
  CHECK(has(first(asking("keeper climbs ")), ReasonKind::proximity));
  CHECK(has(first(asking("keeper NEAR climbs")), ReasonKind::operation));
  auto request = asking("keeper ");
  request.recency = 0.5;
  CHECK(has(first(request), ReasonKind::recency));
}

TEST_CASE("reasons are in order of weight and add up to the score") {
  for (auto const* q : {"lighthouse keeper sea ", "harbours sea monit", "front-end climbs "}) {
    CAPTURE(q);
    auto request = asking(q);
    request.recency = 0.5;
    auto const hit = first(request);
    CHECK(std::ranges::is_sorted(hit.why, std::greater(), &Reason::weight));
    CHECK(sum(hit) == Approx(hit.score));
  }
}

TEST_CASE("a word in several of the fields searched counts once, as in the score") {
  auto request = asking("lighthouse ");
  request.only_in = {index::FieldId::title, index::FieldId::topic};
  auto const hit = first(request);
  CHECK(sum(hit) == Approx(hit.score));
}

TEST_CASE("a reason says that its word is a stop word, by the editor's list too") {
  tests::SmallIndex index(articles);
  CHECK(reason_of(index.engine().search(asking("the keeper")).hits.at(0), "the").is_stop_word);
  CHECK_FALSE(
      reason_of(index.engine().search(asking("keeper climbs")).hits.at(0), "keeper").is_stop_word);
  index.engine().use(std::make_shared<StopWordList const>(std::vector<StopWordRule>{
      {.language = "en", .added = {"keeper"}, .removed = {"the"}, .line = 1}}));
  auto const hit = index.engine().search(asking("the keeper")).hits.at(0);
  CHECK(reason_of(hit, "keeper").is_stop_word);
  CHECK_FALSE(reason_of(hit, "the").is_stop_word);
}
