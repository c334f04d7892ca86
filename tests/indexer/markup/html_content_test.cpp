// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/html_sections.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap::indexer;

namespace {

/// The text of the part of a page that is its article.
std::string content(std::string const& html) {
  HtmlTree const tree(html);
  return plain_text(html_content(tree));
}

} // namespace

TEST_CASE("the article of a page is the only one in its main part") {
  CHECK(content("x<main>a<article>b</article></main><article>c</article>") == "b");
  CHECK(content("x<div role=main>a<article>b</article></div>") == "b");
  CHECK(content("x<article>b</article>y") == "b");
}

TEST_CASE("several articles are a list, and the part around them is read") {
  CHECK(content("x<main>a<article>b</article><article>c</article></main>") == "abc");
  CHECK(content("x<article>b</article><article>c</article>y") == "xbcy");
  CHECK(content("<article>a<article>comment</article></article>") == "acomment");
}

TEST_CASE("without an article it is the first main part, else the body") {
  CHECK(content("x<main>a</main><main>b</main>") == "a");
  CHECK(content("<main>a</main><article>b</article>") == "a");
  CHECK(content("<head><title>t</title></head><body>a</body>") == "a");
  CHECK(content("").empty());
  std::string const fragment = "a <i>b</i>";
  HtmlTree const tree(fragment, GUMBO_TAG_DIV);
  CHECK(plain_text(html_content(tree)) == "a b");
}
