// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/wordpress_export.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/formats/read_export.hpp"

using namespace recap::indexer;
using recap::tests::read_export;
using Strings = std::vector<std::string>;

namespace {

std::string channel(std::string const& items) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n"
         "<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\">\n<channel>\n"
         "<language>de-DE</language>\n<wp:wxr_version>1.2</wp:wxr_version>\n"
         "<wp:author><wp:author_login><![CDATA[jo]]></wp:author_login>"
         "<wp:author_display_name><![CDATA[Jo Roth]]></wp:author_display_name></wp:author>\n" +
         items + "</channel>\n</rss>\n";
}

std::string item(std::string const& members) {
  return "<item>" + members +
         "<wp:post_type><![CDATA[post]]></wp:post_type>"
         "<wp:status><![CDATA[publish]]></wp:status></item>\n";
}

} // namespace

TEST_CASE("a post of a WordPress export is an article with all of its fields") {
  auto const found = read_export(channel(item(
      "<title><![CDATA[Backups & restores]]></title><link>https://ex.de/2022/07/backups/</link>"
      "<dc:creator><![CDATA[jo]]></dc:creator>"
      "<content:encoded><![CDATA[First words.\n\nSecond ]]]]><![CDATA[> words.]]></content:encoded>"
      "<excerpt:encoded><![CDATA[In short]]></excerpt:encoded>"
      "<wp:post_id>7</wp:post_id><wp:post_date><![CDATA[2022-07-08 23:30:00]]></wp:post_date>"
      "<category domain=\"category\" nicename=\"operations\"><![CDATA[Operations]]></category>"
      "<category domain=\"category\" nicename=\"uncategorized\">Uncategorized</category>"
      "<category domain=\"post_tag\" nicename=\"tape\"><![CDATA[Tape]]></category>")));
  REQUIRE(found.articles.size() == 1);
  auto const& record = found.articles[0].record;
  CHECK(found.lines == std::vector<std::size_t>{7});
  CHECK(record.id == "2022/07/backups");
  CHECK(record.url == "https://ex.de/2022/07/backups/");
  CHECK(record.title == "Backups & restores");
  CHECK(record.author == Strings{"Jo Roth"});
  CHECK(record.date == "2022-07-08");
  CHECK(record.topics == Strings{"Operations", "Tape"});
  CHECK(record.summary == "In short");
  CHECK(record.lang == "de");
  REQUIRE(record.sections.size() == 1);
  CHECK(record.sections[0].text == "First words.\nSecond ]]> words.");
  CHECK_FALSE(found.articles[0].draft);
}

TEST_CASE("posts that WordPress does not publish are drafts") {
  for (std::string const members :
       {"<wp:status>draft</wp:status>", "<wp:status>future</wp:status>",
        "<wp:status>private</wp:status>", "<wp:status>auto-draft</wp:status>",
        "<wp:status>inherit</wp:status>", "<wp:status>in-review</wp:status>", "<wp:status/>", "",
        "<wp:status>published-elsewhere</wp:status>",
        "<wp:status>publish</wp:status><wp:post_password>x</wp:post_password>"}) {
    INFO(members);
    auto const found =
        read_export(channel("<item><title>a</title><link>https://ex.de/?p=7</link>"
                            "<wp:post_id>7</wp:post_id><wp:post_type>page</wp:post_type>" +
                            members + "</item>"));
    REQUIRE(found.articles.size() == 1);
    CHECK(found.articles[0].draft);
    CHECK(found.articles[0].record.id == "post-7");
  }
}

TEST_CASE("the plain permalinks of a WordPress site are addresses") {
  for (std::string const link :
       {"https://ex.de/?p=12", "https://ex.de/blog/?page_id=12", "https://ex.de/"}) {
    INFO(link);
    auto const found = read_export(channel("<item><title>a</title><link>" + link +
                                           "</link><wp:post_id>12</wp:post_id><wp:post_type>post</"
                                           "wp:post_type><wp:status>publish</wp:status></item>"));
    REQUIRE(found.articles.size() == 1);
    CHECK(found.articles[0].record.id == "post-12");
    CHECK(found.articles[0].record.url == link);
  }
}

TEST_CASE("only posts and pages of a WordPress export are articles") {
  for (std::string const type : {"attachment", "nav_menu_item", "revision", "wp_block"}) {
    CHECK(read_export(
              channel("<item><title>a</title><wp:post_type>" + type + "</wp:post_type></item>"))
              .articles.empty());
  }
}

TEST_CASE("XML that is not a WordPress export is refused with its line") {
  CHECK(read_export("<rss><channel><item><title>a</title></item></channel></rss>")
            .reason.find("not an export of WordPress") != std::string::npos);
  CHECK(read_export("<urlset/>").reason.find("not an export of WordPress") != std::string::npos);
  CHECK(read_export("<rss>\n<channel>\n</oops>").reason.starts_with("3: not XML"));
  CHECK(read_export("").reason.starts_with("1: not XML"));
  CHECK(read_export("<rss>\n\xff</rss>").reason.starts_with("2: byte 6 is not UTF-8"));
  std::string deep;
  for (int i = 0; i < 200'000; ++i)
    deep += "<a>";
  CHECK(read_export(deep).reason.find("not XML") != std::string::npos);
}

TEST_CASE("an invalid character reference loses only that character") {
  for (std::string const reference : {"&#xD800;", "&#xDFFF;", "&#x110000;"}) {
    INFO(reference);
    auto const found = read_export(
        channel(item("<title>a " + reference + " b</title>") + item("<title>other</title>")));
    CHECK(found.reason.empty());
    REQUIRE(found.articles.size() == 2);
    CHECK(found.articles[0].record.title.starts_with("a "));
    CHECK(found.articles[1].record.title == "other");
  }
}

TEST_CASE("blank lines in WordPress texts separate paragraphs, and shortcodes are removed") {
  CHECK(wordpress_html("a\n\nb\nc\r\n \r\nd") == "a\n\n<p>b\nc\r\n \r\n<p>d");
  CHECK(wordpress_html("<pre>a\n\nb</pre>\n\nc") == "<pre>a\n\nb</pre>\n\n<p>c");
  CHECK(wordpress_html("<!-- wp:paragraph -->\n\n<p>a</p>") == "<!-- wp:paragraph -->\n\n<p>a</p>");
  CHECK(wordpress_html("[gallery ids=\"1,2\"]a [caption id=\"x\"]b[/caption] [b]c[/b]") == "a b c");
  CHECK(wordpress_html("said [sic] and a[i] and [1] [unclosed") ==
        "said [sic] and a[i] and [1] [unclosed");
  CHECK(wordpress_html("") == "");
}
