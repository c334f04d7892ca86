// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/check/check.hpp"

#include "tests/indexer/publication.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

/// `file:line: rule` of each finding.
std::vector<std::string> found_in(Publication const& publication) {
  std::vector<std::string> found;
  for (auto const& finding : check(publication.options).findings) {
    auto const file = std::filesystem::path(finding.path).filename().string();
    found.push_back(file + ':' + std::to_string(finding.line) + ": " + finding.rule);
  }
  return found;
}

using Found = std::vector<std::string>;

} // namespace

TEST_CASE("articles without a fault have no findings, and drafts are not judged") {
  Publication const site;
  site.write("a.md", "---\ntitle: A\ndate: 2022-01-02\n---\ntext");
  site.write("b.md", "---\ndraft: true\n---\n");
  CHECK(found_in(site).empty());
  CHECK(check(site.options).articles == 2);
  CHECK_FALSE(std::filesystem::exists(site.database()));
}

TEST_CASE("keys that only decide whether an article is published are known") {
  Publication const site;
  site.write("a.md", "---\ntitle: A\nsearch: {exclude: false, boost: 2}\nsearchable: true\n"
                     "unlisted: false\npublish: true\nexpiryDate: 2999-01-01\n---\ntext");
  site.write("b.md", "---\ntitle: B\nsearch: false\n---\ntext");
  CHECK(found_in(site).empty());
}

TEST_CASE("faults of an article are found at the lines of their keys") {
  Publication const site;
  site.write("a.md", "---\ntitle: A\ncolour: red\nlastmod: 2999-01-01\n---\ntext");
  site.write("b.md", "---\ntitle: B\nseason: sometime\n---\n");
  site.write("c.md", "text only");
  site.write("d.md", "---\ntitle: [\n---\ntext");
  CHECK(found_in(site) == Found{"a.md:3: unknown-key", "a.md:4: future-date", "b.md:0: no-text",
                                "b.md:3: unread-value", "c.md:0: no-title",
                                "d.md:3: front-matter"});
}

TEST_CASE("an id or a title of two articles is found in the second") {
  Publication const site;
  site.write("a.md", "---\ntitle: Same\nid: one\n---\ntext");
  site.write("b.md", "---\ntitle: Other\nid: one\n---\ntext");
  site.write("c.md", "---\nid: three\ntitle: same\n---\ntext");
  site.write("ko.md", "---\nid: ko\ntitle: Same\nlang: ko\n---\ntext");
  CHECK(found_in(site) == Found{"b.md:3: duplicate-id", "c.md:3: duplicate-title"});
}

TEST_CASE("an unknown key is found once, with the number of its articles") {
  Publication const site;
  for (auto const* const name : {"a.md", "b.md"})
    site.write(name, std::string("---\ntitle: ") + name + "\ncolour: red\n---\ntext");
  auto const result = check(site.options);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].level == Level::note);
  CHECK(result.findings[0].message ==
        "key \"colour\" is unknown and not indexed (2 articles, this is the first)");
}
