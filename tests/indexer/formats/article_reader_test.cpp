// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/article_reader.hpp"

#include "indexer/formats/format.hpp"

#include "tests/catch.hpp"

using namespace recap::indexer;

namespace {

std::string text_of(std::string const& name) {
  SourceFile const file{
      .path = "site/" + name, .name = "site/" + name, .relative = name, .format = format_of(name)};
  auto const article = parse_article({.bytes = "import A from 'a'\n\nseen {'code'}\n"}, file, {});
  return article.record.sections.at(0).text;
}

} // namespace

TEST_CASE("MDX is recognised by its ending in any case") {
  CHECK(text_of("a.mdx") == "seen");
  CHECK(text_of("a.MDX") == "seen");
  CHECK(text_of("a.Mdx") == "seen");
  CHECK(text_of("a.md").find("code") != std::string::npos);
  CHECK(text_of("mdx.markdown").find("code") != std::string::npos);
}
