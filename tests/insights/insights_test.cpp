// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/insights.hpp"

#include "searchd/insights/database.hpp"
#include "searchd/insights/store.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>
#include <iterator>
#include <mutex>
#include <vector>

using namespace recap::insights;

namespace {

struct InsightsFixture {
  recap::tests::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "insights.db";
  std::mutex mutex;
  std::vector<std::string> lines;

  [[nodiscard]] std::unique_ptr<Insights> opened() {
    return std::make_unique<Insights>(file, [this](std::string const& line) {
      std::lock_guard const lock(mutex);
      lines.push_back(line);
    });
  }
};

void ask(Insights& insights, std::string const& q, int readers) {
  for (int i = 0; i < readers; ++i) {
    Asked asked;
    asked.reader = "reader-" + std::to_string(i);
    asked.q = q;
    asked.found = 1;
    insights.tell(std::move(asked));
  }
}

} // namespace

TEST_CASE_METHOD(InsightsFixture, "recorded queries outlive the program") {
  auto insights = opened();
  ask(*insights, "redis", 5);
  ask(*insights, "private", 2);
  insights.reset();
  auto const report = report_of(file, 1, 10, today());
  REQUIRE(report.popular.size() == 1);
  CHECK(report.popular[0].q == "redis");
  CHECK(report.popular[0].asked == 5);
}

TEST_CASE_METHOD(InsightsFixture, "neither readers nor rare queries are in the file") {
  auto insights = opened();
  ask(*insights, "redis", 5);
  ask(*insights, "private", 2);
  insights.reset();
  std::ifstream in(file, std::ios::binary);
  std::string const bytes(std::istreambuf_iterator<char>(in), {});
  CHECK(bytes.find("redis") != std::string::npos);
  CHECK(bytes.find("reader") == std::string::npos);
  CHECK(bytes.find("private") == std::string::npos);
}

TEST_CASE_METHOD(InsightsFixture, "single characters and long texts are ignored") {
  auto insights = opened();
  ask(*insights, "r", 5);
  ask(*insights, "인", 5);
  ask(*insights, std::string(longest_query_bytes + 1, 'x'), 5);
  ask(*insights, "인턴", 5);
  insights.reset();
  CHECK(report_of(file, 1, 10, today()).queries == 1);
}

TEST_CASE_METHOD(InsightsFixture,
                 "a file that another program has locked costs insights and nothing else") {
  auto insights = opened();
  Database other(file, Database::Open::to_write, 0);
  other.run("BEGIN EXCLUSIVE");
  ask(*insights, "redis", 5);
  CHECK_THROWS_AS(insights->report(1, 10), DatabaseError);
  insights.reset(); // waits for the lock up to its limit, then gives up
  other.run("COMMIT");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("insights are lost: " + file.string()) == 0);
  CHECK(report_of(file, 1, 10, today()).queries == 0);
}

TEST_CASE_METHOD(InsightsFixture, "entries that do not fit into the queue are lost and counted") {
  auto insights = opened();
  Database other(file, Database::Open::to_write, 0);
  other.run("BEGIN EXCLUSIVE");
  ask(*insights, "redis", 100'000);
  CHECK(insights->lost() > 0);
  other.run("COMMIT");
}
