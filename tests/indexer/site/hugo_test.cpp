// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/hugo.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

SitePage page(std::string const& path, std::string const& language = "") {
  return {.path = path, .title = "A Title", .date = "2024-03-05", .language = language};
}

} // namespace

TEST_CASE("paths are in lower case with hyphens, and end in a slash") {
  auto const style = site_style({"hugo"});
  CHECK(hugo_address(page("Docs/My Page"), style, "") == "/docs/my-page/");
  CHECK(hugo_address(page("Docs/_index"), style, "") == "/docs/");
  CHECK(hugo_address(page("docs/bundle/index"), style, "") == "/docs/bundle/");
  CHECK(hugo_address(page("posts/a"), style, "/:year/:month/:slug/") == "/2024/03/a-title/");
}

TEST_CASE("every language but the first has a prefix") {
  auto const style = site_style({"hugo"});
  CHECK(hugo_address(page("a", "ko"), style, "") == "/ko/a/");
  CHECK(hugo_address(page("a", "en"), style, "") == "/a/");
  CHECK(hugo_stated("x/:slug", page("a", "ko"), style) == "/ko/x/a-title");
  CHECK(hugo_stated("/x", page("a", "ko"), style) == "/x");
}
