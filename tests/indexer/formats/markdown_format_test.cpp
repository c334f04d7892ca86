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
