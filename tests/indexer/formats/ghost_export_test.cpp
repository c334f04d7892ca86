// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/ghost_export.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/formats/read_export.hpp"

#include <utility>

using recap::tests::read_export;
using Strings = std::vector<std::string>;

TEST_CASE("a post of a Ghost export is an article with all of its fields") {
  std::string const posts =
      R"({"id":"p1","title":"Going live","slug":"going-live","html":"<h2 id=\"now\">Now</h2><p>words</p>",)"
      R"("status":"published","visibility":"public","published_at":"2022-07-08T10:00:00.000Z","custom_excerpt":"Short","feature_image":"__GHOST_URL__/content/a.png"},)"
      R"({"id":"p2","title":"Members","slug":"members","html":"<p>x</p>","status":"published","visibility":"paid"},)"
      R"({"id":"p3","title":"Later","slug":"later","plaintext":"y","html":null,"status":"scheduled"})";
  std::string const joins =
      R"("tags":[{"id":"t1","name":"News"},{"id":"t2","name":"#internal","visibility":"internal"},{"id":"t3","name":"Ops"}],)"
      R"("posts_tags":[{"post_id":"p1","tag_id":"t1","sort_order":1},{"post_id":"p1","tag_id":"t2","sort_order":2},{"post_id":"p1","tag_id":"t3","sort_order":0}],)"
      R"("users":[{"id":1,"name":"Jo Roth"}],"posts_authors":[{"post_id":"p1","author_id":1}])";
  for (auto const& [before, behind] :
       {std::pair(R"({"db":[{"data":{)", "}}]}"), std::pair(R"({"meta":{},"data":{)", "}}")}) {
    auto const found = read_export(
        std::string(before) + "\"posts\":[" + posts + "]," + joins + behind, "site.json");
    REQUIRE(found.articles.size() == 3);
    auto const& record = found.articles[0].record;
    CHECK(record.id == "going-live");
    CHECK(record.url == "/going-live/");
    CHECK(record.title == "Going live");
    CHECK(record.author == Strings{"Jo Roth"});
    CHECK(record.topics == Strings{"Ops", "News"});
    CHECK(record.date == "2022-07-08");
    CHECK(record.summary == "Short");
    CHECK(record.image == "/content/a.png");
    REQUIRE(record.sections.size() == 1);
    CHECK(record.sections[0].anchor == "now");
    CHECK_FALSE(found.articles[0].draft);
    CHECK(found.articles[1].draft);
    CHECK(found.articles[2].draft);
  }
}

TEST_CASE("JSON that is not a Ghost export is refused") {
  for (auto const* const bytes :
       {"[]", "{}", R"({"db":[]})", R"({"db":[{"data":{"posts":7}}]})", "1"})
    CHECK(read_export(bytes, "a.json").reason.find("not an export of Ghost") != std::string::npos);
  CHECK(read_export("{\"db\":", "a.json").reason.find("not JSON") != std::string::npos);
  CHECK(read_export(std::string(500'000, '['), "a.json").reason.find("not JSON") !=
        std::string::npos);
}

TEST_CASE("a lone surrogate in a Ghost export loses only that character") {
  auto const found = read_export(
      R"({"db":[{"data":{"posts":[{"id":"1","slug":"a","title":"Half \ud83c here","html":"<p>\ud83c\udf89 \udf89 \\ud83c</p>","status":"published"},)"
      R"({"id":"2","slug":"b","title":"B)"
      "\xFF"
      R"(","html":"<p>b</p>","status":"published"}]}}]})",
      "site.json");
  CHECK(found.reason.empty());
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[0].record.title == "Half \uFFFD here");
  CHECK(found.articles[0].record.sections.at(0).text == "🎉 \uFFFD \\ud83c");
  CHECK(found.articles[1].record.title == "B\uFFFD");
}
