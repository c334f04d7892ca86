// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/operate/actions.hpp"

#include "tests/indexer/publication.hpp"

#include <sstream>

using namespace recap;
using namespace recap::indexer;

TEST_CASE("an index of exported articles has the same articles") {
  Publication site;
  site.options.reading.base_url = "https://example.org";
  site.write("a.md",
             "---\ntitle: \"Summer 2022: a \\\"quoted\\\" title\"\nauthor: [Ann Lee, Bob Ray]\n"
             "date: 2022-09-01\ntopics: [search, \"a, b\"]\nseries: Guides\nrole: intern\n"
             "summary: What I did\nimage: /a.png\naliases: [Another title]\n---\n"
             "Before any heading.\n\n## Own {#own}\n\n- one\n- two\n\n### Deeper\n\n`code`\n");
  site.write("ko/b.md", "# 여름 인턴십\n\n서버를 만들었다.\n");
  site.write("empty.md", "---\ntitle: Only a title\n---\n");
  static_cast<void>(site.run());

  std::ostringstream lines;
  CHECK(export_articles(site.database(), lines) == 3);
  Publication other;
  other.write("all.jsonl", lines.str());
  CHECK(other.run().added == 3);
  CHECK(other.articles() == site.articles());
}
