// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/report.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("the exit status says whether articles were skipped") {
  Report report;
  CHECK(report.status() == ExitStatus::done);
  report.skips.push_back({"a.md", 1, "x"});
  CHECK(report.status() == ExitStatus::skipped);
  report.refusal = "too many";
  CHECK(report.status() == ExitStatus::failed);
}

TEST_CASE("a skip is printed on one line, whatever the name of its file") {
  CHECK(to_line({"a.md", 3, "why"}) == "a.md:3: why");
  CHECK(to_line({"a.md", 0, "why"}) == "a.md: why");
  CHECK(to_line({"a\nb", 0, "why"}).find('\n') == std::string::npos);
}
