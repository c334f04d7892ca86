// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/jekyll.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

SitePage page(std::string const& path, std::string const& date = "2024-03-05") {
  return {.path = path, .date = date};
}

} // namespace

TEST_CASE("a post has the pattern of the site, and another page its path with the same ending") {
  auto const pretty = site_style({"pretty"});
  CHECK(jekyll_address(page("news/_posts/2024-03-05-My_post!"), pretty, "") ==
        "/news/2024/03/05/My_post!/");
  CHECK(jekyll_address(page("about/us"), pretty, "") == "/about/us/");
  CHECK(jekyll_address(page("_guides/a b"), site_style({"jekyll"}), "") == "/guides/a%20b.html");
  CHECK(jekyll_address(page("docs/index"), pretty, "") == "/docs/");
  CHECK(jekyll_address(page("_guides/a"), pretty, "/help/:collection/:name/") == "/help/guides/a/");
}

TEST_CASE("placeholders of a stated path are filled in") {
  CHECK(jekyll_stated("/:year/:i_month/:y_day/x", page("_posts/2024-03-05-a"), SiteStyle()) ==
        "/2024/3/065/x");
}

TEST_CASE("a post has a date before its name") {
  CHECK(is_post("_posts/2024-03-05-a"));
  CHECK_FALSE(is_post("_posts/a"));
}

TEST_CASE("categories in a text are split at spaces, in a list they are not") {
  using Kind = metadata::Entry::Kind;
  using Texts = std::vector<std::string>;
  CHECK(categories_of({.key = "categories", .kind = Kind::text, .values = {" a  b "}}) ==
        Texts{"a", "b"});
  CHECK(categories_of({.key = "categories", .kind = Kind::list, .values = {"a b", ""}}) ==
        Texts{"a b"});
}
