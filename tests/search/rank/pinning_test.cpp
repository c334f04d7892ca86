// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/chosen.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_index.hpp"

#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Ids = std::vector<std::string>;

std::vector<std::string> const articles{
    R"({"id":"a","title":"Redis","text":"redis redis redis","date":"2021-01-01","topics":["x"]})",
    R"({"id":"b","title":"Two","text":"redis redis","date":"2021-01-02","topics":["x"]})",
    R"({"id":"c","title":"Three","text":"redis","date":"2021-01-03","topics":["y"]})",
    R"({"id":"d","title":"Four","text":"compass","date":"2021-01-04","topics":["y"]})",
    R"({"id":"e","title":"Five","text":"compass of docker","date":"2021-01-05","topics":["z"]})",
};

PinRule rule(std::string const& q, std::vector<Pinned> pinned,
             std::vector<std::string> hidden = {}) {
  return {.queries = {q}, .pinned = std::move(pinned), .hidden = std::move(hidden)};
}

/// An engine with pins.
class PinnedIndex {
public:
  explicit PinnedIndex(std::vector<PinRule> const& rules)
      : index_(articles)
      , engine_(index_.folder()) {
    engine_.use(std::make_shared<Pins const>(rules));
  }

  [[nodiscard]] Result search(Request const& request) const { return engine_.search(request); }
  [[nodiscard]] Result search(std::string const& q) const {
    Request request;
    request.q = q;
    request.recency = 0;
    return engine_.search(request);
  }

private:
  tests::SmallIndex index_;
  Engine engine_;
};

Ids ids(Result const& result) {
  Ids ids;
  for (auto const& hit : result.hits)
    ids.push_back(hit.article.id);
  return ids;
}

} // namespace

TEST_CASE("pinned articles are where the editor put them, even those that do not match") {
  PinnedIndex const index({rule("redis", {{.id = "d"}, {.id = "c", .place = 3}})});
  auto const result = index.search("Redis");
  CHECK(ids(result) == Ids{"d", "a", "c", "b"});
  CHECK(result.total == 4);
  CHECK(result.total_relaxed == 4);
  CHECK(result.hits[0].missing.empty());
  CHECK(ids(index.search("redis ")) == Ids{"d", "a", "c", "b"});
  CHECK(ids(index.search("redis docker compass")).front() != "d");
}

TEST_CASE("a place after the last article is the end") {
  PinnedIndex const index({rule("redis", {{.id = "d", .place = 50}, {.id = "e", .place = 60}})});
  CHECK(ids(index.search("redis")) == Ids{"a", "b", "c", "d", "e"});
}

TEST_CASE("pages with pinned articles join and have the same totals") {
  PinnedIndex const index(
      {rule("redis", {{.id = "e", .place = 2}, {.id = "d", .place = 4}}, {"b"})});
  for (std::size_t const limit : {1U, 2U, 3U, 10U}) {
    Request request;
    request.q = "redis";
    request.limit = limit;
    Ids all;
    for (request.offset = 0; request.offset < 5; request.offset += limit) {
      auto const page = index.search(request);
      CHECK(page.total == 4);
      for (auto const& id : ids(page))
        all.push_back(id);
    }
    CHECK(all == Ids{"a", "e", "c", "d"});
  }
}

TEST_CASE("a hidden article is in no list, total or facet, in any order") {
  PinnedIndex const index({rule("redis", {}, {"a", "nowhere"})});
  Request request;
  request.q = "redis";
  request.facets = {index::FieldId::topic};
  auto const result = index.search(request);
  CHECK(ids(result) == Ids{"b", "c"});
  CHECK(result.total == 2);
  CHECK(result.facets[0].values == std::vector<FacetValue>{{"x", 1}, {"y", 1}});
  request.sort = Sort::oldest;
  CHECK(ids(index.search(request)) == Ids{"b", "c"});
}

TEST_CASE("a pinned article is counted in facets, and has to meet the filters") {
  PinnedIndex const index({rule("redis", {{.id = "e"}})});
  Request request;
  request.q = "redis";
  request.facets = {index::FieldId::topic};
  auto const result = index.search(request);
  CHECK(result.facets[0].values == std::vector<FacetValue>{{"x", 2}, {"y", 1}, {"z", 1}});
  request.filters[index::FieldId::topic] = {"x"};
  auto const filtered = index.search(request);
  CHECK(ids(filtered) == Ids{"a", "b"});
  CHECK(filtered.total == 2);
  CHECK(filtered.facets[0].values == std::vector<FacetValue>{{"x", 2}, {"y", 1}, {"z", 1}});
}

TEST_CASE("a corrected query has the pins of its correction") {
  PinnedIndex const index({rule("compass", {{.id = "c"}})});
  auto const result = index.search("compas docker");
  CHECK(ids(result).front() == "e");
  auto const corrected = index.search("compasss");
  CHECK(corrected.corrected == "compass");
  CHECK(ids(corrected) == Ids{"c", "d", "e"});
}

TEST_CASE("nothing is pinned in results by date") {
  PinnedIndex const index({rule("redis", {{.id = "d"}})});
  Request request;
  request.q = "redis";
  request.sort = Sort::newest;
  CHECK(ids(index.search(request)) == Ids{"c", "b", "a"});
}

TEST_CASE("a pinned hit says so in its reasons, which add up to its score") {
  PinnedIndex const index({rule("redis", {{.id = "d"}, {.id = "c"}})});
  Request request;
  request.q = "redis";
  request.explains = true;
  auto const result = index.search(request);
  for (auto const& hit : result.hits) {
    double sum = 0;
    for (auto const& reason : hit.why)
      sum += reason.weight;
    CHECK(sum == Approx(hit.score));
  }
  CHECK(result.hits[0].why.at(0).kind == ReasonKind::pinned);
  CHECK(result.hits[0].why.size() == 1);
  CHECK(result.hits[1].why.at(0).kind == ReasonKind::pinned);
  CHECK(result.hits[1].why.at(1).word == "redis");
  CHECK(result.hits[2].why.at(0).kind != ReasonKind::pinned);
}

TEST_CASE("a pin takes nothing from the articles that a query finds with some of its words") {
  PinnedIndex const index({rule("redis zanzibar", {{.id = "d"}}),
                           rule("what is redis in docker compass", {{.id = "b"}})});
  Request request;
  request.q = "redis zanzibar";
  request.relax = Relax::if_none;
  auto const result = index.search(request);
  CHECK(ids(result) == Ids{"d", "a", "b", "c"});
  CHECK(result.total == 1);
  CHECK(result.total_relaxed == 4);
  request.q = "what is redis in docker compass";
  auto const sentence = index.search(request);
  CHECK(ids(sentence).front() == "b");
  CHECK(sentence.total_relaxed == sentence.hits.size());
}

TEST_CASE("articles without a place take the first that are free") {
  using Seats = std::vector<std::pair<std::size_t, std::size_t>>;
  auto const seats = [](std::vector<std::size_t> const& wished, std::size_t others) {
    Seats taken;
    for (auto const& [place, pinned] : arrange(wished, others, 0, 10).seats)
      taken.emplace_back(place, pinned);
    return taken;
  };
  CHECK(seats({0, 1, 3, 0, 0}, 100) == Seats{{0, 1}, {1, 0}, {2, 2}, {3, 3}, {4, 4}});
  CHECK(seats({1, 4, 41}, 10) == Seats{{0, 0}, {3, 1}, {12, 2}});
  CHECK(seats({41, 1}, 0) == Seats{{0, 1}, {1, 0}});
}

TEST_CASE("pinned articles and others share a page as their places say") {
  std::vector<std::size_t> const wished{1, 4, 41};
  auto const first = arrange(wished, 10, 0, 5);
  CHECK(first.offset == 0);
  CHECK(first.limit == 3);
  auto const last = arrange(wished, 10, 10, 5);
  CHECK(last.offset == 8);
  CHECK(last.limit == 4);
  CHECK(arrange(wished, 0, 20, 5).offset == 17);
}
