// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/zola.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

std::string address(std::string const& path, std::string const& slug = "") {
  SitePage const page{.path = path, .slug = slug};
  return zola_address(page, site_style({"zola"}), "");
}

} // namespace

TEST_CASE("names are spelled in ASCII, without a date before them") {
  CHECK(address("Blog/2021-03-04-Größe v1.2") == "/blog/grosse-v1-2/");
  CHECK(address("blog/2021-03-04_It's") == "/blog/it-s/");
  CHECK(address("blog/_index") == "/blog/");
  CHECK(address("blog/post/index") == "/blog/post/");
}

TEST_CASE("a slug replaces the last part") {
  CHECK(address("blog/a", "B c") == "/blog/b-c/");
  CHECK(address("blog/post/index", "x") == "/blog/x/");
}

TEST_CASE("a path is an address from the root") {
  CHECK(address("blog/a", "/X y/z") == "/x-y/z/");
  CHECK(address("blog/한글", "/x/") == "/x/");
}

TEST_CASE("a name in letters of another script has no address, unless a slug replaces it") {
  CHECK(address("blog/한글").empty());
  CHECK(address("blog/한글", "hangul") == "/blog/hangul/");
}
