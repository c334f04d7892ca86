// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/proximity.hpp"

#include "index/ranking.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <cstdint>
#include <string>

using namespace recap;
using namespace recap::search;

namespace {

std::string line(std::string const& id, std::string const& text) {
  return R"({"id":")" + id + R"(","title":"T","text":")" + text + R"("})";
}

/// Scores the articles of an index for a query.
class Near {
public:
  [[nodiscard]] Plan plan(std::string q) {
    Request request;
    request.q = std::move(q);
    return plan_text(request, {}, index_.snapshot(), index_.reader());
  }
  /// `answered`: words of the query that the article has.
  [[nodiscard]] double of(std::string const& id, std::string q,
                          std::uint64_t answered = ~std::uint64_t{0}) {
    auto const planned = plan(std::move(q));
    Proximity proximity(index_.reader(), planned);
    double const score = proximity.of({.id = index_.document(id), .answered = answered});
    CHECK(score <= proximity.most());
    return score;
  }
  [[nodiscard]] bool matters(std::string q) {
    auto const planned = plan(std::move(q));
    return Proximity(index_.reader(), planned).matters();
  }

private:
  tests::SmallReader index_{
      {line("beside", "redis docker"), line("apart", "redis of the docker"),
       line("reach", "redis b c d e f g h docker"), line("beyond", "redis b c d e f g h i docker"),
       line("often", "redis docker redis docker"), line("one", "redis compass")}};
};

} // namespace

TEST_CASE("the closer two words are, and the more often, the more an article scores") {
  Near near;
  CHECK(near.of("often", "redis docker ") > near.of("beside", "redis docker "));
  CHECK(near.of("beside", "redis docker ") > near.of("apart", "redis docker "));
  CHECK(near.of("apart", "redis docker ") > near.of("reach", "redis docker "));
  CHECK(near.of("reach", "redis docker ") > 0);
  CHECK(near.of("beyond", "redis docker ") == 0);
  CHECK(near.of("beside", "docker redis ") == near.of("beside", "redis docker "));
}

TEST_CASE("only words that an article has are compared") {
  Near near;
  CHECK(near.of("one", "redis docker ") == 0);
  CHECK(near.of("beside", "redis docker ", word_bit(0)) == 0);
}

TEST_CASE("one word, the same word twice, stop words and words of a field are not compared") {
  Near near;
  CHECK(near.matters("redis docker "));
  CHECK_FALSE(near.matters("redis "));
  CHECK_FALSE(near.matters("redis redis "));
  CHECK_FALSE(near.matters("the redis of "));
  CHECK_FALSE(near.matters("title:docker redis "));
}
