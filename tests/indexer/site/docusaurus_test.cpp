// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/docusaurus.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

std::string address(std::string const& folder, std::string const& path,
                    std::string const& slug = "", std::string const& id = "") {
  SitePage const page{.path = path, .slug = slug, .id = id, .folder = folder};
  return docusaurus_address(page, site_style({"docusaurus"}), "");
}

} // namespace

TEST_CASE("number prefixes are removed from documents, dates and versions stay") {
  CHECK(address("docs", "01-Start/2-first") == "/Start/first");
  CHECK(address("docs", "2021-03-name") == "/2021-03-name");
  CHECK(address("docs", "1.2 notes") == "/1.2%20notes");
}

TEST_CASE("index, README and a document with the name of its folder have the folder's address") {
  CHECK(address("docs", "a/index") == "/a/");
  CHECK(address("docs", "a/README") == "/a/");
  CHECK(address("docs", "a/A") == "/a/");
}

TEST_CASE("slug and id replace the last part, and a slug may be absolute") {
  CHECK(address("docs", "a/b", "c") == "/a/c");
  CHECK(address("docs", "a/b", "/c") == "/c");
  CHECK(address("docs", "a/b/x", "../c") == "/a/c");
  CHECK(address("docs", "a/b", "", "c") == "/a/c");
}

TEST_CASE("a post has the date in its file name") {
  CHECK(address("blog", "2021-03-04-name") == "/2021/03/04/name");
  CHECK(address("blog", "2021/2021-03-04-name/index") == "/2021/03/04/2021/name");
  CHECK(address("blog", "2021-03-04-name", "x") == "/x");
}
