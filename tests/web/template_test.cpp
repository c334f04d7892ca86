// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/template.hpp"
#include "tests/catch.hpp"

#include <stdexcept>

using recap::web::fill;
using recap::web::Json;

TEST_CASE("a value is escaped for text and for quoted attributes") {
  Json const data{{"title", "<b a=\"'\">&"}};
  CHECK(fill("<p>{{title}}</p>", data) == "<p>&lt;b a=&quot;&#39;&quot;&gt;&amp;</p>");
  CHECK(fill("{{{title}}}", data) == "<b a=\"'\">&");
}

TEST_CASE("a value that looks like a tag is text") {
  Json const data{{"title", "{{secret}}{{#list}}"}, {"secret", "no"}};
  CHECK(fill("{{title}}", data) == "{{secret}}{{#list}}");
}

TEST_CASE("a section repeats for a list and is left out for an empty value") {
  Json const data{
      {"n", 2}, {"list", {{{"n", 1}}, {{"m", 3}}}}, {"none", ""}, {"names", {"a", "b"}}};
  CHECK(fill("{{#list}}[{{n}}]{{/list}}", data) == "[1][2]");
  CHECK(fill("{{#names}}{{.}},{{/names}}", data) == "a,b,");
  CHECK(fill("{{#none}}x{{/none}}{{^none}}y{{/none}}{{^list}}z{{/list}}", data) == "y");
  CHECK(fill("{{#missing}}x{{/missing}}{{missing.too}}", data).empty());
}

TEST_CASE("an unclosed template tag is an error") {
  CHECK_THROWS_AS(fill("{{#a}}", Json{{"a", 1}}), std::logic_error);
  CHECK_THROWS_AS(fill("{{a", Json{{"a", 1}}), std::logic_error);
}
