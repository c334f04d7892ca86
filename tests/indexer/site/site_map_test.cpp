// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_map.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <string>

using namespace recap::indexer;

namespace {

class BuiltSite {
public:
  void write(std::string const& name, std::string const& text) const {
    std::filesystem::create_directories((folder_.path() / name).parent_path());
    std::ofstream(folder_.path() / name, std::ios::binary) << text;
  }
  [[nodiscard]] SiteMap read() const { return read_site_map(folder_.path()); }

private:
  recap::tests::TemporaryFolder folder_;
};

std::string url(std::string const& loc, std::string const& lastmod) {
  return "<url><loc>" + loc + "</loc><lastmod>" + lastmod + "</lastmod></url>";
}

} // namespace

TEST_CASE("a sitemap has addresses and dates of pages, below the site's own path") {
  BuiltSite const site;
  site.write("sitemap.xml", "<urlset>" + url("https://e.org/s/", "2024-01-01") +
                                url("https://e.org/s/a/", "2024-01-02T03:04:05+09:00") +
                                url(" https://e.org/s/%ED%95%9C.html ", "soon") + "</urlset>");
  auto const pages = site.read().pages;
  REQUIRE(pages.size() == 3);
  CHECK(pages.at("").address == "https://e.org/s/");
  CHECK(pages.at("a").date == "2024-01-02");
  CHECK(pages.at("한").address == "https://e.org/s/%ED%95%9C.html");
  CHECK(pages.at("한").date.empty());
}

TEST_CASE("the date in a feed takes precedence over that in a sitemap") {
  BuiltSite const site;
  site.write("sitemap.xml", "<urlset>" + url("https://e.org/", "") +
                                url("https://e.org/a/", "2024-01-02") +
                                url("https://e.org/b/", "2024-01-02") + "</urlset>");
  site.write("rss.xml",
             "<rss><channel><item><link>https://e.org/a/</link><pubDate>Fri, 08 Jul 2022 "
             "10:00:00 GMT</pubDate></item></channel></rss>");
  site.write("atom.xml", "<feed><entry><link rel='self' href='https://e.org/x'/><link "
                         "href='https://e.org/b/'/><updated>2023-02-03T00:00:00Z</updated>"
                         "<published>2021-02-03T00:00:00Z</published></entry></feed>");
  auto const pages = site.read().pages;
  CHECK(pages.at("a").date == "2022-07-08");
  CHECK(pages.at("b").date == "2021-02-03");
}

TEST_CASE("an index of sitemaps leads to those next to it, each once") {
  BuiltSite const site;
  site.write("sitemap-index.xml",
             "<sitemapindex><sitemap><loc>https://e.org/sitemap-0.xml</loc></sitemap><sitemap><loc>"
             "https://e.org/sitemap-index.xml</loc></sitemap><sitemap><loc>https://e.org/../../etc/"
             "passwd.xml</loc></sitemap></sitemapindex>");
  site.write("sitemap-0.xml", "<urlset>" + url("https://e.org/a", "2024-01-02") + "</urlset>");
  auto const map = site.read();
  CHECK(map.files.size() == 2);
  CHECK(map.pages.at("a").date == "2024-01-02");
}

TEST_CASE("invalid XML is reported with its line and ignored") {
  BuiltSite const site;
  site.write("sitemap.xml", "<urlset>\n<url><loc>https://e.org/a</url>");
  site.write("rss.xml", "<rss>\xFF</rss>");
  auto const map = site.read();
  CHECK(map.pages.empty());
  REQUIRE(map.problems.size() == 2);
  CHECK(map.problems[1].line == 2);
}

TEST_CASE("growing entities, deep nesting and other schemes are harmless") {
  BuiltSite const site;
  std::string deep;
  for (int i = 0; i < 200'000; ++i)
    deep += "<a>";
  site.write("rss.xml", deep);
  site.write("sitemap.xml",
             "<!DOCTYPE u [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><urlset>" +
                 url("javascript:alert(1)", "2024-01-01") + url("https://e.org/&b;", "2024-01-01") +
                 url("https://e.org/a?b", "2024-01-01") + "</urlset>");
  auto const map = site.read();
  CHECK(map.problems.size() == 1);
  CHECK(map.pages.size() <= 1);
}

TEST_CASE("the path of a file and its address have one key") {
  CHECK(built_page_key("a/b/index.html") == "a/b");
  CHECK(built_page_key("/a/b/") == "a/b");
  CHECK(built_page_key("a/b.html") == "a/b");
  CHECK(built_page_key("a/myindex.html") == "a/myindex");
  CHECK(built_page_key("index.html").empty());
}
