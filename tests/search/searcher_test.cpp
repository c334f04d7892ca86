// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/searcher.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <stop_token>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Ids = std::vector<std::string>;

std::vector<std::string> const articles{
    R"({"id":"a","title":"A","text":"redis docker","date":"2021-01-01","topics":["x"]})",
    R"({"id":"b","title":"B","text":"redis docker","date":"2022-01-01","topics":["y"]})",
    R"({"id":"c","title":"C","text":"redis","date":"2023-01-01","topics":["y"]})",
    R"({"id":"d","title":"D","text":"compass","date":"2024-01-01","topics":["z"]})",
};

Request request(std::string const& q) {
  Request request;
  request.q = q;
  request.recency = 0;
  return request;
}

Ids ids(Result const& result) {
  Ids ids;
  for (auto const& hit : result.hits)
    ids.push_back(hit.article.id);
  return ids;
}

/// Searches one index of a few articles.
struct Searching {
  Result run(Request const& request, QueryLimits const& limits = {}) {
    return run_searches(index.snapshot(), index.reader(), std::vector{request}, limits).at(0);
  }
  tests::SmallReader index{articles};
};

} // namespace

TEST_CASE("each request has its own result, in order, even if they share a text") {
  Searching searching;
  std::vector<Request> requests{request("redis docker"), request("compass"),
                                request("redis docker"), request("")};
  requests[2].filters[index::FieldId::topic] = {"y"};
  requests[2].sort = Sort::newest;
  auto const results =
      run_searches(searching.index.snapshot(), searching.index.reader(), requests, {});
  REQUIRE(results.size() == 4);
  CHECK(results[0].total == 2);
  CHECK(ids(results[1]) == Ids{"d"});
  CHECK(results[2].total == 1);
  CHECK(ids(results[2]).front() == "b");
  CHECK(ids(results[3]) == Ids{"d", "c", "b", "a"}); // all, newest first
  CHECK(results[3].generation == searching.index.snapshot().manifest().generation);
  CHECK(run_searches(searching.index.snapshot(), searching.index.reader(), {}, {}).empty());
}

TEST_CASE("the first request with a mistake is refused") {
  Searching searching;
  std::vector<Request> requests{request("redis"), request("year:x"), request("(")};
  try {
    static_cast<void>(
        run_searches(searching.index.snapshot(), searching.index.reader(), requests, {}));
    FAIL("nothing was refused");
  } catch (BadRequest const& refused) {
    CHECK(std::string(refused.what()).find("year") != std::string::npos);
  }
  CHECK_THROWS_AS(searching.run(request("redis docker"), {.bytes = 5}), BadRequest);
}

TEST_CASE("pages of any size join to the same list, and no page has totals and facets too") {
  Searching searching;
  auto whole = request("redis docker");
  auto const all = ids(searching.run(whole));
  REQUIRE(all.size() == 3);
  for (std::size_t const limit : {1U, 2U, 3U}) {
    INFO(limit);
    Ids joined;
    for (std::size_t offset = 0; offset < 6; offset += limit) {
      auto page = whole;
      page.limit = limit;
      page.offset = offset;
      auto const result = searching.run(page);
      CHECK(result.total == 2);
      CHECK(result.total_relaxed == 3);
      for (auto const& id : ids(result))
        joined.push_back(id);
    }
    CHECK(joined == all);
  }
  whole.limit = 0;
  whole.facets = {index::FieldId::topic};
  auto const none = searching.run(whole);
  CHECK(none.hits.empty());
  CHECK(none.total == 2);
  REQUIRE(none.facets.size() == 1);
  CHECK(none.facets[0].values == std::vector<FacetValue>{{"y", 2}, {"x", 1}});
}

TEST_CASE("articles with most of the words follow as the request says") {
  Searching searching;
  auto relaxed = request("redis docker");
  CHECK(searching.run(relaxed).hits.at(2).missing == std::vector<std::string>{"docker"});
  relaxed.relax = Relax::if_none;
  CHECK(searching.run(relaxed).hits.size() == 2);
  relaxed.q = "redis compass";
  CHECK(searching.run(relaxed).hits.size() == 4);
  CHECK(searching.run(relaxed).total == 0);
  relaxed.relax = Relax::never;
  CHECK(searching.run(relaxed).hits.empty());
}

TEST_CASE("a sentence is answered by all articles with some of its words, in one list") {
  Searching searching;
  auto sentence = request("which redis docker compass kubernetes lantern");
  auto const result = searching.run(sentence);
  CHECK(result.total == 0);
  CHECK(result.total_relaxed == 4);
  CHECK(result.hits.size() == 4);
  CHECK_FALSE(result.hits.at(0).missing.empty());
  sentence.limit = 0;
  CHECK(searching.run(sentence).hits.empty());
  CHECK(searching.run(sentence).total_relaxed == 4);
}

TEST_CASE("a newer article scores more if recency counts, by default or by request") {
  Searching searching;
  auto same = request("redis docker");
  same.relax = Relax::never;
  CHECK(ids(searching.run(same)) == Ids{"a", "b"});
  same.recency = 0.9;
  CHECK(ids(searching.run(same)) == Ids{"b", "a"});
  same.recency.reset();
  CHECK(ids(searching.run(same, {.recency = 0.9})) == Ids{"b", "a"});
  CHECK(ids(searching.run(same, {.recency = 0})) == Ids{"a", "b"});
}

TEST_CASE("a search that nobody waits for, or without time, is partial") {
  Searching searching;
  std::stop_source stopped;
  stopped.request_stop();
  auto given_up = request("redis");
  given_up.stop = stopped.get_token();
  CHECK(searching.run(given_up).partial);
  CHECK_FALSE(searching.run(given_up).total_is_exact);
  auto hurried = request("redis");
  hurried.budget = std::chrono::microseconds(0);
  CHECK(searching.run(hurried).partial);
  CHECK_FALSE(searching.run(request("redis")).partial);
  CHECK(searching.run(request("redis")).total_is_exact);
  CHECK(searching.run(request("redis")).postings_read > 0);
}
