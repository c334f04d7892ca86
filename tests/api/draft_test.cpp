// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/draft.hpp"

#include "searchd/search/request.hpp"
#include "tests/catch.hpp"

using namespace recap::api;
using Words = std::vector<std::string>;

namespace {

auto markdown(std::string_view text) {
  return read_draft(DraftFormat::markdown, text);
}

} // namespace

TEST_CASE("a draft is one of three types, in UTF-8") {
  CHECK(draft_format("text/markdown") == DraftFormat::markdown);
  CHECK(draft_format("Text/Markdown; charset=UTF-8; variant=GFM") == DraftFormat::markdown);
  CHECK(draft_format("text/plain;charset=\"utf-8\"") == DraftFormat::plain);
  CHECK(draft_format("application/json") == DraftFormat::json);
  CHECK_FALSE(draft_format(""));
  CHECK_FALSE(draft_format("text/html"));
  CHECK_FALSE(draft_format("text/markdownish"));
  CHECK_FALSE(draft_format("text/plain; charset=euc-kr"));
}

TEST_CASE("front matter has title, topics, authors and period") {
  auto const draft = markdown("---\n"
                              "title: \"A: day\"\n"
                              "title_ko: 하루\n"
                              "tags: [one, 'two, three']\n"
                              "categories:\n  - four\n"
                              "author: Koo\n"
                              "description: >\n  In short\n  a day.\n"
                              "lang: ko-KR\n"
                              "year: 2022\nseason: autumn\n"
                              "draft: true\n"
                              "---\nText.\n");
  CHECK(draft.title == "A: day");
  CHECK(draft.aliases == Words{"하루"});
  CHECK(draft.topics == Words{"one", "two, three", "four"});
  CHECK(draft.author == Words{"Koo"});
  CHECK(draft.summary == "In short a day.");
  CHECK(draft.lang == "ko");
  CHECK(draft.year == 2022);
  CHECK(draft.season == "fall");
  REQUIRE(draft.sections.size() == 1);
  CHECK(draft.sections[0].text == "Text.");
}

TEST_CASE("front matter in TOML, and over several lines") {
  auto const draft = markdown("+++\ntitle = 'Day'\ntags = [\n  \"a\",\n  \"b\",\n]\n+++\nText.\n");
  CHECK(draft.title == "Day");
  CHECK(draft.topics == Words{"a", "b"});
}

TEST_CASE("an unclosed line at the top is not front matter") {
  auto const draft = markdown("---\ntitle: x\n\nText\n");
  CHECK(draft.title.empty());
}

TEST_CASE("headings divide a draft into sections, and the first is its title") {
  auto const draft = markdown("Before.\n\n# Day one #\none\n\nDay two\n---\ntwo\n### Own {#own}\n");
  CHECK(draft.title == "Day one");
  REQUIRE(draft.sections.size() == 4);
  CHECK(draft.sections[0].text == "Before.");
  CHECK(draft.sections[1].heading == "Day one");
  CHECK(draft.sections[1].text == "one");
  CHECK(draft.sections[2].heading == "Day two");
  CHECK(draft.sections[3].heading == "Own");
}

TEST_CASE("code is text without its fences, and its characters are not Markdown") {
  auto const draft = markdown("~~~ python title=x\n# no heading\nasyncio\n~~~\nafter\n");
  REQUIRE(draft.sections.size() == 1);
  CHECK(draft.sections[0].text == "# no heading\nasyncio\nafter");
}

TEST_CASE("markers of lists and quotes, scripts and link definitions are not text") {
  auto const draft =
      markdown("1. one\n2) two\n- [x] three\n> four\n\n<script>\nfive\n\nsix\n</script>\n"
               "[ref]: https://example.org\n{: .class}\nseven\n");
  REQUIRE(draft.sections.size() == 1);
  CHECK(draft.sections[0].text == "one\ntwo\nthree\nfour\nseven");
}

TEST_CASE("a draft in JSON has a title, a body in Markdown, and optional members") {
  auto const draft = read_draft(DraftFormat::json,
                                R"json({"title":"Day","body":"# One\n[a](b)","topics":["x"],
                                    "author":"Koo","year":2022,"season":"가을"})json");
  CHECK(draft.title == "Day");
  CHECK(draft.topics == Words{"x"});
  CHECK(draft.author == Words{"Koo"});
  CHECK(draft.season == "fall");
  REQUIRE(draft.sections.size() == 1);
  CHECK(draft.sections[0].heading == "One");
}

TEST_CASE("an invalid draft in JSON is rejected with the reason") {
  using recap::search::BadRequest;
  for (std::string_view const body :
       {"", "{", "[]", "\"text\"", R"({"titel":"x"})", R"({"title":1})", R"({"topics":[1]})",
        R"({"year":"22"})", R"({"year":[2022]})", R"({"date":"2022-01-01"})",
        R"({"season":"monsoon"})", "{\"title\":\"\xff\"}"}) {
    CHECK_THROWS_AS(read_draft(DraftFormat::json, body), BadRequest);
  }
  std::string const deep(100'000, '[');
  CHECK_THROWS_AS(read_draft(DraftFormat::json, deep), BadRequest);
}

TEST_CASE("plain text is kept unchanged") {
  auto const draft = read_draft(DraftFormat::plain, "# no heading\n<b>");
  REQUIRE(draft.sections.size() == 1);
  CHECK(draft.sections[0].text == "# no heading\n<b>");
}

TEST_CASE("a megabyte of anything is a draft") {
  for (std::string const part : {"> ", "- ", "#", "---\n", "```\n", "<!--\n", "\n\n", "a\n=\n", "|",
                                 "\xc3\xbf", "[a]:", "---\nk: [", "1. "}) {
    std::string text;
    while (text.size() < 1024 * 1024)
      text += part;
    CHECK_NOTHROW(markdown(text));
  }
}

TEST_CASE("a draft that is not UTF-8 is rejected with the position of the byte") {
  for (auto const format : {DraftFormat::plain, DraftFormat::markdown}) {
    CHECK_THROWS_WITH(read_draft(format, "a\xff"),
                      Catch::Equals("the body is not UTF-8 at byte 2"));
    CHECK_THROWS_AS(read_draft(format, "\xed\xa0\x80"), recap::search::BadRequest);
  }
}

TEST_CASE("a number without bounds in a draft is refused") {
  for (std::string_view const body :
       {R"({"year":1e999})", R"({"title":[-1e999]})", R"({"a":{"b":1e999}})"})
    CHECK_THROWS_AS(read_draft(DraftFormat::json, body), recap::search::BadRequest);
}

TEST_CASE("a draft has a limited number of topics, authors and other titles") {
  std::string words;
  for (int i = 0; i < 1000; ++i)
    words += (i == 0 ? "\"w" : ",\"w") + std::to_string(i) + '"';
  for (std::string const key : {"topics", "author"})
    CHECK_THROWS_WITH(read_draft(DraftFormat::json, "{\"" + key + "\":[" + words + "]}"),
                      Catch::Contains(key));
  for (std::string const key : {"topics", "authors", "aliases"})
    CHECK_THROWS_AS(markdown("---\n" + key + ": [" + words + "]\n---\na\n"),
                    recap::search::BadRequest);
}
