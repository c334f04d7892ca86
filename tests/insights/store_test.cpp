// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/store.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>

using namespace recap::insights;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t day = 20'000;

Asked asked(std::string const& q, std::size_t found = 1) {
  Asked made;
  made.q = q;
  made.found = found;
  return made;
}

std::vector<std::string> names(std::vector<QueryRow> const& rows) {
  std::vector<std::string> all;
  for (auto const& row : rows)
    all.push_back(row.q);
  return all;
}

struct StoreFixture {
  recap::tests::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "insights.db";
  Store store{file};

  [[nodiscard]] Report report(unsigned days = 30, std::int64_t at = day) const {
    return report_of(file, days, 10, at);
  }
};

using Names = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(StoreFixture, "queries are listed by frequency") {
  store.add(asked("redis"), 3, day - 1);
  store.add(asked("redis"), 2, day);
  store.add(asked("cache"), 4, day);
  auto const found = report();
  CHECK(names(found.popular) == Names{"redis", "cache"});
  CHECK(found.popular[0].asked == 5);
  CHECK(found.asked == 9);
  CHECK(found.queries == 2);
  CHECK(names(report(1).popular) == Names{"cache", "redis"});
  CHECK(report_of(file, 30, 1, day).popular.size() == 1);
}

TEST_CASE_METHOD(StoreFixture, "queries without results last time are listed separately") {
  store.add(asked("lost", 0), 3, day);
  store.add(asked("found", 0), 9, day - 1);
  store.add(asked("found", 2), 1, day);
  auto const found = report();
  CHECK(names(found.without_results) == Names{"lost"});
  CHECK(found.without_results[0].without_results == 3);
  CHECK(found.popular[0].q == "found");
  CHECK(found.popular[0].found == 2);
  CHECK(found.popular[0].without_results == 9);
}

TEST_CASE_METHOD(StoreFixture, "corrected and slow queries are listed with details") {
  auto corrected = asked("kubernets");
  corrected.corrected = "kubernetes";
  store.add(corrected, 3, day);
  auto was_slow = asked("of the");
  was_slow.took = 80ms;
  store.add(was_slow, 1, day);
  was_slow.took = 60ms;
  store.add(was_slow, 1, day - 1);
  auto partial = asked("the");
  partial.partial = true;
  store.add(partial, 1, day);
  auto const found = report();
  REQUIRE(names(found.corrected) == Names{"kubernets"});
  CHECK(found.corrected[0].corrected == "kubernetes");
  REQUIRE(names(found.slow) == Names{"of the", "the"});
  CHECK(found.slow[0].slow == 2);
  CHECK(found.slow[0].longest_ms == 80);
}

TEST_CASE_METHOD(StoreFixture, "a click counts for a query that is kept") {
  store.add(asked("redis"), 3, day);
  store.add(asked("cache"), 2, day);
  for (int i = 0; i < 2; ++i)
    store.add(Clicked{"", "redis", "a"}, day);
  store.add(Clicked{"", "redis", "b"}, day);
  store.add(Clicked{"", "somebody's name", "a"}, day);
  auto const found = report();
  REQUIRE(found.clicked.size() == 2);
  CHECK(found.clicked[0].article == "a");
  CHECK(found.clicked[0].clicks == 2);
  CHECK(found.popular[0].clicks == 3);
  CHECK(names(found.not_opened) == Names{"cache"});
}

TEST_CASE_METHOD(StoreFixture, "if no clicks are sent, no query is listed as not opened") {
  store.add(asked("redis"), 3, day);
  CHECK(report().not_opened.empty());
}

TEST_CASE_METHOD(StoreFixture, "a day has a limited number of queries, and a query of articles") {
  store.begin();
  for (std::int64_t i = 0; i < Store::most_of_a_day + 10; ++i)
    store.add(asked(std::to_string(i)), 1, day);
  store.add(asked("0"), 1, day); // recorded already
  store.add(asked("another day"), 1, day + 1);
  for (std::int64_t i = 0; i < Store::most_articles + 10; ++i)
    store.add(Clicked{"", "0", std::to_string(i)}, day);
  store.commit();
  auto const found = report_of(file, 30, 100, day + 1);
  CHECK(found.queries == static_cast<std::uint64_t>(Store::most_of_a_day) + 1);
  CHECK(found.popular[0].asked == 2);
  CHECK(found.clicked.size() == static_cast<std::size_t>(Store::most_articles));
}

TEST_CASE_METHOD(StoreFixture, "after ninety days a query is forgotten") {
  store.add(asked("old"), 3, day - Store::kept_days);
  store.add(Clicked{"", "old", "a"}, day - Store::kept_days);
  store.add(asked("new"), 3, day - Store::kept_days + 1);
  store.forget(day);
  CHECK_FALSE(store.has("old"));
  CHECK(store.has("new"));
  CHECK(report(90).clicked.empty());
}

TEST_CASE_METHOD(StoreFixture, "changes that are rolled back are gone, and writing continues") {
  store.begin();
  store.add(asked("lost"), 3, day);
  store.roll_back();
  store.begin();
  store.add(asked("kept"), 3, day);
  store.commit();
  CHECK(names(report().popular) == Names{"kept"});
}

TEST_CASE_METHOD(StoreFixture, "a file outlives its program") {
  store.add(asked("redis"), 3, day);
  Store again(file);
  CHECK(again.has("redis"));
}

TEST_CASE("a foreign file is rejected by name, and left unchanged") {
  recap::tests::TemporaryFolder const folder;
  auto const other = folder.path() / "other.db";
  {
    Database database(other, Database::Open::to_write, 0);
    database.run("CREATE TABLE mine(a)");
  }
  CHECK_THROWS_WITH(Store(other),
                    Catch::Contains(other.string()) && Catch::Contains("another program"));
  auto const text = folder.path() / "text";
  std::ofstream(text) << "not a database, but long enough to look like one, as it were, for SQLite";
  CHECK_THROWS_WITH(Store(text), Catch::StartsWith(text.string()));
  CHECK_THROWS_WITH(Store(folder.path() / "missing" / "file"), Catch::Contains("missing"));
  CHECK_THROWS_WITH(report_of(folder.path() / "absent", 1, 1, day), Catch::Contains("absent"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "absent"));
}
