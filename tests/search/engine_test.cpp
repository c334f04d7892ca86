// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/engine.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_index.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

constexpr std::size_t articles = 300;

std::vector<std::string> alike_lines() {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < articles; ++i)
    lines.push_back(
        R"({"id":"a)" + std::to_string(i) + R"(","title":"Number )" + std::to_string(i) +
        R"(","text":"how do i get to see what is going on over there when we are not here or at )"
        R"(that place of the world and war of the worlds"})");
  return lines;
}

/// Articles that all have the same words, the most expensive case for a query.
class AlikeArticles {
public:
  [[nodiscard]] Result ask(std::string q) const {
    Request request;
    request.q = std::move(q);
    return engine().search(request);
  }
  [[nodiscard]] Engine const& engine() const { return index_.engine(); }

private:
  tests::SmallIndex index_{alike_lines()};
};

} // namespace

TEST_CASE("stop words cost a bounded number of postings per article and word") {
  AlikeArticles const alike;
  auto const result =
      alike.ask("how do i get to see what is going on over there when we are not here "
                "or at that of the and how do i get to see what is");
  CHECK(result.hits.size() == 10);
  CHECK_FALSE(result.partial);
  // Each word is read at most twice, as a stem and as written, and the second look adds 30 words.
  CHECK(result.postings_read <= (32 * 2 + 30) * articles);
}

TEST_CASE("a phrase is checked once per article, and a search for many phrases ends in time") {
  AlikeArticles const alike;
  auto const one = alike.ask("\"world war\"");
  CHECK(one.total == 0);
  CHECK(one.positions_read <= 2 * articles);
  std::string many = "\"of the\"";
  for (int i = 1; i < 16; ++i)
    many += i % 2 == 0 ? " OR \"of the\"" : " OR \"of and\"";
  CHECK(alike.ask(many).positions_read <= 16 * 2 * articles);
}

TEST_CASE("a search that has no time left, or nobody waiting, returns what it has") {
  AlikeArticles const alike;
  Request request;
  request.q = "world";
  request.budget = std::chrono::microseconds(0);
  auto const spent = alike.engine().search(request);
  CHECK(spent.partial);
  CHECK_FALSE(spent.total_is_exact);

  std::stop_source source;
  source.request_stop();
  request.budget = std::chrono::hours(1);
  request.stop = source.get_token();
  CHECK(alike.engine().search(request).partial);

  request.stop = {};
  auto const whole = alike.engine().search(request);
  CHECK_FALSE(whole.partial);
  CHECK(whole.total == articles);
}

TEST_CASE("totals and facets do not depend on the number of hits requested") {
  AlikeArticles const alike;
  Request request;
  request.q = "world place";
  request.facets = {index::FieldId::lang};
  for (std::size_t const limit : {0U, 1U, 10U, 100U}) {
    request.limit = limit;
    auto const result = alike.engine().search(request);
    CHECK(result.total == articles);
    REQUIRE(result.facets.size() == 1);
    REQUIRE(result.facets[0].values.size() == 1);
    CHECK(result.facets[0].values[0].count == articles);
  }
}

TEST_CASE("pages follow each other without gaps or repetitions") {
  AlikeArticles const alike;
  Request request;
  request.q = "world";
  request.limit = 7;
  std::vector<std::string> ids;
  for (request.offset = 0; request.offset < 120; request.offset += 7) {
    for (auto const& hit : alike.engine().search(request).hits)
      ids.push_back(hit.article.id);
  }
  CHECK(ids.size() == 126);
  std::ranges::sort(ids);
  CHECK(std::ranges::adjacent_find(ids) == ids.end());
}
