// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/conditions.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;
using index::FieldId;

namespace {

using Ids = std::vector<std::string>;

std::vector<std::string> const articles{
    R"({"id":"a","title":"A","text":"x","date":"2019-03-01","year":2019,"topics":["redis"]})",
    R"({"id":"b","title":"B","text":"x","date":"2021-07-15","year":2021,"topics":["docker"]})",
    R"({"id":"c","title":"C","text":"x","date":"2023-12-31","year":2023,"topics":["redis","docker"]})",
    R"({"id":"d","title":"D","text":"x"})",
};

class Conditions {
public:
  [[nodiscard]] Ids meeting(AnyOf const& alternatives, double weight = 0) {
    return sorted(condition_clause(alternatives, index_.reader(), weight));
  }
  [[nodiscard]] Ids in_years(std::string const& from, std::string const& to) {
    return sorted(year_range(index_.reader(), from, to));
  }
  [[nodiscard]] Ids in_days(std::string const& from, std::string const& to) {
    return sorted(date_range(index_.reader(), from, to));
  }
  [[nodiscard]] tests::SmallReader& index() { return index_; }

private:
  [[nodiscard]] Ids sorted(Clause const& clause) {
    auto ids = index_.ids(clause);
    std::ranges::sort(ids);
    return ids;
  }
  tests::SmallReader index_{articles};
};

Condition topic(std::string value, bool negated = false) {
  return {.field = FieldId::topic, .negated = negated, .value = std::move(value)};
}

Condition range(FieldId field, std::string from, std::string to) {
  return {.field = field, .from = std::move(from), .to = std::move(to)};
}

} // namespace

TEST_CASE("an article meets one of the alternatives, and every article meets an empty list") {
  Conditions conditions;
  CHECK(conditions.meeting({topic("Redis"), range(FieldId::year, "2021", "2021")}) ==
        Ids{"a", "b", "c"});
  CHECK(conditions.meeting({}) == Ids{"a", "b", "c", "d"});
}

TEST_CASE("a negated condition holds for articles without a value too") {
  Conditions conditions;
  CHECK(conditions.meeting({topic("redis", true)}) == Ids{"b", "d"});
}

TEST_CASE("a range includes both ends, may be open, and is empty if they are reversed") {
  Conditions conditions;
  CHECK(conditions.in_years("2019", "2021") == Ids{"a", "b"});
  CHECK(conditions.in_years("2021", "") == Ids{"b", "c"});
  CHECK(conditions.in_years("", "2020") == Ids{"a"});
  CHECK(conditions.in_days("2019-03-01", "2021-07-14") == Ids{"a"});
  CHECK(conditions.in_days("2021-07-15", "") == Ids{"b", "c"});
  CHECK(conditions.in_days("", "2023") == Ids{"a", "b", "c"});
  CHECK(conditions.meeting({range(FieldId::year, "2023", "2019")}).empty());
  CHECK(conditions.meeting({range(FieldId::date, "2023-01-01", "2019-01-01")}).empty());
}

TEST_CASE("a range of dates costs no terms for years without articles") {
  Conditions conditions;
  auto const clause = date_range(conditions.index().reader(), "0001-01-01", "9999-12-31");
  CHECK(clause.children.size() == 5); // 2019 to 2023
}

TEST_CASE("an article scores the weight if it has the value") {
  Conditions conditions;
  auto& reader = conditions.index().reader();
  Work work(1'000);
  auto const found = best_matches(reader, condition_clause({topic("redis")}, reader, 7), 10, work);
  REQUIRE(found.size() == 2);
  CHECK(found[0].weight == Approx(7));
}

TEST_CASE("a date that does not exist is refused at either end") {
  Conditions conditions;
  CHECK_THROWS_AS(conditions.meeting({range(FieldId::date, "2021-02-30", "")}), BadRequest);
  CHECK_THROWS_AS(conditions.meeting({range(FieldId::date, "", "2021-13-01")}), BadRequest);
}
