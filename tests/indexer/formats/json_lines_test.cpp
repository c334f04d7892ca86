// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/json_lines.hpp"

#include "metadata/problem.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace recap;
using namespace recap::indexer;

namespace {

Article article(std::string const& json) {
  return read_json_line({.bytes = json, .line = 7}, {}, {.base_url = "https://e.org"});
}

/// Why a line is refused; every reason has its line.
std::string refusal(std::string const& json) {
  try {
    static_cast<void>(article(json));
  } catch (metadata::Unreadable const& error) {
    CHECK(error.line() == 7);
    return error.what();
  }
  return "accepted";
}

std::string text(std::string const& keys) {
  auto const read = article(R"({"id":"a",)" + keys + '}');
  return read.record.sections.empty() ? "none" : read.record.sections.front().text;
}

} // namespace

TEST_CASE("every line has an id, a string or a number") {
  CHECK(article(R"({"id":"a/b","title":"T"})").record.id == "a/b");
  CHECK(article(R"({"id":12,"title":"T"})").record.id == "12");
  for (auto const* id : {"", R"("id":"")", R"("id":" \n")", R"("id":null)", R"("id":["a"])"}) {
    INFO(id);
    CHECK(refusal('{' + std::string(id) + '}') == "no \"id\"; each article needs one");
  }
  CHECK(refusal("{") != "accepted");
  CHECK(refusal("[]") != "accepted");
  CHECK(refusal(R"({"id":"a","id":"b"})") != "accepted");
}

TEST_CASE("the text is that of sections, Markdown, HTML or a plain text, in this order") {
  CHECK(text(R"("text":"*a*")") == "*a*");
  CHECK(text(R"("content":"a","body":"b")") == "b");
  CHECK(text(R"("text":"a","html":"<p>b")") == "b");
  CHECK(text(R"("html":"<p>a","markdown":"*b*")") == "b");
  CHECK(text(R"("markdown":"a","sections":[{"text":"b"}])") == "b");
  CHECK(text(R"("title":"T")") == "none");
}

TEST_CASE("the object takes precedence over front matter and a page's head in its text") {
  auto const read = article(R"({"id":"a","title":"Mine",)"
                            R"("markdown":"---\ntitle: Theirs\nyear: never\ntopics: x\n---\nb"})");
  CHECK(read.record.title == "Mine");
  CHECK(read.record.topics == std::vector<std::string>{"x"});
  REQUIRE(read.remarks.size() == 1);
  CHECK(read.remarks[0].line == 7); // not that within the text
  CHECK(article(R"({"id":"a","html":"<html lang=ko><title>T</title>b"})").record.title == "T");
  CHECK(article(R"({"id":"a","markdown":"---\ndraft: true\n---\nb"})").draft);
}

TEST_CASE("a text that is no string, has a zero byte or bad front matter is refused") {
  CHECK(refusal(R"({"id":"a","text":1})") == "\"text\" is not a string");
  CHECK(refusal(R"({"id":"a","markdown":null})") == "\"markdown\" is not a string");
  CHECK(refusal(R"({"id":"a","html":"b\u0000"})") == "\"html\" has a zero byte");
  CHECK(refusal(R"({"id":"a","markdown":"---\ntitle: [\n---\n"})") != "accepted");
  CHECK(refusal(R"({"id":"a","markdown":"---\ntitle: a\n"})") != "accepted");
}

TEST_CASE("exported sections are read as they are, and others are refused") {
  auto const read = article(R"({"id":"a","sections":[{"text":"b"},)"
                            R"({"heading":"H","anchor":"h","level":2,"text":"c\nd"},{}]})");
  REQUIRE(read.record.sections.size() == 3);
  CHECK(read.record.sections[1].heading == "H");
  CHECK(read.record.sections[1].anchor == "h");
  CHECK(read.record.sections[1].level == 2);
  CHECK(read.record.sections[1].text == "c\nd");
  for (auto const* sections : {"1", R"("a")", "true", R"(["a"])", R"([[]])", R"({"text":"a"})"}) {
    INFO(sections);
    CHECK(refusal(R"({"id":"a","sections":)" + std::string(sections) + '}') ==
          "\"sections\" is not a list of {heading, anchor, level, text}");
  }
  for (auto const* level : {R"("2")", "-1", "7", "1.5", "null"}) {
    INFO(level);
    CHECK(refusal(R"({"id":"a","sections":[{"level":)" + std::string(level) + "}]}") ==
          "\"level\" is not a number from 0 to 6");
  }
  CHECK(refusal(R"({"id":"a","sections":[{"text":1}]})") == "\"text\" is not a string");
  CHECK(refusal(R"({"id":"a","sections":[{"heading":"b\u0000"}]})") ==
        "\"heading\" has a zero byte");
}

TEST_CASE("an address is joined to that of the site, and there is no path to derive it from") {
  CHECK(article(R"({"id":"a","url":"/b/"})").record.url == "https://e.org/b/");
  CHECK(article(R"({"id":"a"})").record.url.empty());
}

TEST_CASE("the facts of a line are its keys") {
  auto const facts = json_line_facts({.bytes = R"({"id":"a","Title":"T"})", .line = 7});
  REQUIRE(facts.keys.size() == 2);
  for (auto const& key : facts.keys)
    CHECK(key.line == 7);
  CHECK_THROWS_AS(json_line_facts({.bytes = "{", .line = 7}), metadata::Unreadable);
}
