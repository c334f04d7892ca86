// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/markdown_format.hpp"

#include "metadata/problem.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::indexer;

namespace {

Article page(std::string const& mdx) {
  SourceFile const file{.path = "a.mdx", .name = "a.mdx", .relative = "a.mdx"};
  return read_mdx({.bytes = mdx}, file, {});
}

} // namespace

TEST_CASE("metadata that an MDX page exports is read") {
  auto const article =
      page("import X from './x'\n\nexport const frontmatter = {\n  title: \"Read { this\",\n\n"
           "  tags: ['a', 'b'], // two\n  date: '2023-01-02',\n};\n\n# Head\n");
  CHECK(article.record.title == "Read { this");
  CHECK(article.record.topics == std::vector<std::string>{"a", "b"});
  CHECK(article.record.date == "2023-01-02");
  CHECK(page("export const metadata = { title: 'T', draft: true }\n\n# Head\n").draft);
  CHECK_FALSE(page("text\n\n`export const meta = { draft: true }`\n").draft);
  CHECK(page("---\ntitle: Mine\n---\nexport const meta = { title: 'Theirs' }\n").record.title ==
        "Mine");
}

TEST_CASE("exported metadata with code is ignored, unless it may declare a draft") {
  CHECK(page("export const meta = { title: make(`a`, [1}, }\n\n# Head\n").record.title == "Head");
  CHECK_THROWS_AS(
      page("export const meta = { title: `a` + b, draft: isDraft() ? [1 : {2} }\n\n# Head\n"),
      recap::metadata::Unreadable);
}

namespace {

ArticleFacts facts(std::string const& markdown) {
  return markdown_facts({.bytes = markdown});
}

/// `target line` of each link.
std::vector<std::string> links(std::string const& markdown) {
  std::vector<std::string> all;
  for (auto const& link : facts(markdown).links)
    all.push_back(link.text + ' ' + std::to_string(link.line));
  return all;
}

using Links = std::vector<std::string>;

} // namespace

TEST_CASE("links have the lines of the file in which they are written") {
  CHECK(links("---\ntitle: T\n---\n\n[a](b.md)\n\n# [c](d.md#e)\n") == Links{"b.md 5", "d.md#e 7"});
  CHECK(links("one\ntwo [a](b.md)\nthree\n[c](d.md)\n") == Links{"b.md 2", "d.md 4"});
  CHECK(links("[a](b.md)\n[again](b.md)\n") == Links{"b.md 1", "b.md 2"});
  CHECK(links("- one\n- [a](b.md)\n\n| t |\n|---|\n| [c](d.md) |\n") == Links{"b.md 2", "d.md 6"});
  CHECK(links("[^1]: [c](d.md)\n\none[^1]\n[a](b.md)\n") == Links{"b.md 4", "d.md 1"});
  CHECK(links("[a][x]\n\n[x]: b.md\n") == Links{"b.md 1"});
  CHECK(links("no link, ![a](b.png) and `[a](b.md)`\n").empty());
}

TEST_CASE("an address with template code is a path below the site, or unknown") {
  CHECK(links("[a]({{ site.baseurl }}/b/) [c](/d/{{ e }}/)") == Links{"/b/ 1"});
}

TEST_CASE("ids written in HTML are anchors of an article") {
  CHECK(facts("<a id=\"a\"></a> <p name='b'>\n<i id=c> id=\"\n d\"").anchors ==
        Links{"a", "", "b"});
  CHECK(facts("<a id=").anchors.empty());
}

TEST_CASE("an article in Markdown has front matter, sections and the anchors of its site") {
  SourceFile const file{.path = "b/a.md", .name = "b/a.md", .relative = "b/a.md"};
  auto const read = read_markdown({.bytes = "---\ntitle: T\n---\n# A & b\n{'c'}\n"}, file,
                                  {.base_url = "https://e.org", .style = site_style({"mkdocs"})});
  CHECK(read.record.title == "T");
  CHECK(read.record.url == "https://e.org/b/a/");
  REQUIRE(read.record.sections.size() == 1);
  CHECK(read.record.sections[0].anchor == "a-b");
  CHECK(read.record.sections[0].text == "{'c'}"); // only MDX has expressions
}
