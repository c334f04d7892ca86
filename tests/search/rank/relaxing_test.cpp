// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/search/small_index.hpp"

#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

std::vector<std::string> const articles{
    R"({"id":"a","title":"One","text":"redis docker","date":"2021-01-01"})",
    R"({"id":"b","title":"Two","text":"redis docker","date":"2022-01-01"})",
    R"({"id":"c","title":"Three","text":"redis","date":"2023-01-01"})",
    R"({"id":"d","title":"Four","text":"docker","date":"2024-01-01"})",
    R"({"id":"e","title":"Five","text":"compass","date":"2025-01-01"})",
};

std::vector<std::string> ids(Result const& result) {
  std::vector<std::string> ids;
  for (auto const& hit : result.hits)
    ids.push_back(hit.article.id);
  return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("totals are the same on every page, and pages fill them") {
  tests::SmallIndex const index(articles);
  Request request;
  request.q = "redis docker";
  for (std::size_t const limit : {1U, 2U, 3U}) {
    request.limit = limit;
    request.offset = 0;
    auto const first = index.engine().search(request);
    Ids all = ids(first);
    while (all.size() < first.total_relaxed) {
      request.offset += limit;
      auto const page = index.engine().search(request);
      CHECK(page.total_relaxed == first.total_relaxed);
      REQUIRE_FALSE(page.hits.empty());
      for (auto const& id : ids(page))
        all.push_back(id);
    }
    CHECK(first.total == 2);
    CHECK(first.total_relaxed == 4);
    CHECK(all.size() == first.total_relaxed);
  }
}

TEST_CASE("articles that lack words are shown by date too, if none has all words") {
  tests::SmallIndex const index(articles);
  Request request;
  request.sort = Sort::newest;
  request.q = "redis zanzibar";
  CHECK(ids(index.engine().search(request)) == Ids{"c", "b", "a"});
  request.q = "redis docker compass zanzibar quota";
  CHECK(ids(index.engine().search(request)) == Ids{"e", "d", "c", "b", "a"});
  request.q = "redis docker";
  CHECK(ids(index.engine().search(request)) == Ids{"b", "a"});
}

TEST_CASE("if all words are optional, one of them is required") {
  tests::SmallIndex const index(articles);
  Request request;
  request.optional = {"redis docker zanzibar"};
  request.q = "docker";
  CHECK(index.engine().search(request).total_relaxed == 3);
  request.q = "zanzibar";
  request.corrects = false;
  CHECK(index.engine().search(request).total_relaxed == 0);
  request.q = "redis docker";
  CHECK(index.engine().search(request).total_relaxed == 4);
}
