// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/finding.hpp"

#include "tests/catch.hpp"

#include <sstream>

using namespace recap;
using namespace recap::indexer;

TEST_CASE("findings are printed with their place, as text and for GitHub") {
  std::vector<Finding> const findings = {{.level = Level::error,
                                          .rule = "front-matter",
                                          .path = "a.md",
                                          .line = 2,
                                          .column = 3,
                                          .message = "m"}};
  std::ostringstream text;
  print_findings(text, findings, FindingFormat::text);
  CHECK(text.str() == "a.md:2:3: error: m\n");
  std::ostringstream github;
  print_findings(github, findings, FindingFormat::github);
  CHECK(github.str().find("::error file=a.md,line=2,col=3") == 0);
  std::ostringstream json;
  print_findings(json, {}, FindingFormat::json);
  CHECK(json.str().find("[]") == 0);
}
