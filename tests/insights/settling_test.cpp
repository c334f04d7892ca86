// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/settling.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap::insights;
using namespace std::chrono_literals;

namespace {

using Queries = std::vector<std::string>;
Settling::Clock::time_point const start = Settling::Clock::time_point() + 1h;

struct Typing {
  /// `reader` asks `q` at `ms` after the start.
  void asks(std::string const& reader, std::string const& q, int ms) {
    Asked asked;
    asked.reader = reader;
    asked.q = q;
    keep(settling.add(std::move(asked), start + std::chrono::milliseconds(ms)));
  }
  void keep(std::vector<Asked> const& settled) {
    for (auto const& asked : settled)
      meant.push_back(asked.q);
  }
  Queries at_the_end() {
    keep(settling.settled(start + 24h));
    return meant;
  }

  Settling settling;
  Queries meant;
};

} // namespace

TEST_CASE("of a query typed key by key, only the last state counts") {
  Typing typing;
  int ms = 0;
  for (auto const* const q : {"ku", "kub", "kube", "kubernets", "kubernet", "kubernetes"})
    typing.asks("a", q, ms += 150);
  CHECK(typing.at_the_end() == Queries{"kubernetes"});
}

TEST_CASE("syllables that are being composed do not count") {
  Typing typing;
  int ms = 0;
  for (auto const* const q : {"인", "인ㅌ", "인터", "인턴", "인턴ㅅ", "인턴십"})
    typing.asks("a", q, ms += 150);
  CHECK(typing.at_the_end() == Queries{"인턴십"});
}

TEST_CASE("a query unchanged for two seconds counts, even if it changes afterwards") {
  Typing typing;
  typing.asks("a", "redis", 0);
  typing.asks("a", "redis cache", 2000);
  typing.asks("a", "redis caches", 3000);
  CHECK(typing.at_the_end() == Queries{"redis", "redis caches"});
}

TEST_CASE("a different query right afterwards does not replace the one before") {
  Typing typing;
  typing.asks("a", "redis", 0);
  typing.asks("a", "monitoring", 100);
  CHECK(typing.at_the_end() == Queries{"redis", "monitoring"});
}

TEST_CASE("readers do not continue what others typed") {
  Typing typing;
  typing.asks("a", "redis", 0);
  typing.asks("b", "redis cache", 100);
  CHECK(typing.at_the_end() == Queries{"redis", "redis cache"});
}

TEST_CASE("a click settles the query before it") {
  Typing typing;
  typing.asks("a", "redis", 0);
  typing.keep(typing.settling.take("a"));
  typing.asks("a", "redis cache", 100);
  CHECK(typing.settling.take("b").empty());
  CHECK(typing.at_the_end() == Queries{"redis", "redis cache"});
}

TEST_CASE("no more readers are waited for than the limit") {
  Settling settling(10);
  std::size_t settled = 0;
  for (int i = 0; i < 100; ++i) {
    Asked asked;
    asked.reader = std::to_string(i);
    asked.q = "query";
    settled += settling.add(std::move(asked), start).size();
  }
  CHECK(settled == 90);
  CHECK(settling.settled(start + 1h).size() == 10);
  CHECK(settling.is_empty());
}
