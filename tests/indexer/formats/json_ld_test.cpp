// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/json_ld.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("the first article of a block of JSON-LD is read") {
  auto const data = json_ld(R"({"@graph": [{"@type": "WebSite", "name": "Site"},
    {"@type": ["BlogPosting"], "headline": "T", "author": [{"name": "Ann"}, "Bo"], "datePublished": "2024-05-06",
     "keywords": "a, b", "inLanguage": "ko"}]})");
  CHECK(data.title == "T");
  CHECK(data.authors == std::vector<std::string>{"Ann", "Bo"});
  CHECK(data.date == "2024-05-06");
  CHECK(data.lang == "ko");
}

TEST_CASE("JSON-LD that is invalid or describes something else is ignored") {
  CHECK(json_ld(R"({"@type": "Recipe", "headline": "T"})").title.empty());
  CHECK(json_ld("{").title.empty());
}

TEST_CASE("merging fills only what is empty") {
  LinkedData first;
  first.title = "first";
  LinkedData second;
  second.title = "second";
  second.lang = "ko";
  merge(first, second);
  CHECK(first.title == "first");
  CHECK(first.lang == "ko");
}
