// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/article_facts.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap;
using namespace recap::indexer;

TEST_CASE("facts are unpacked as they were packed, whatever bytes they have") {
  ArticleFacts facts;
  facts.keys = {{"title", 2}, {std::string("a\0b", 3), 0}};
  facts.links = {{"", 7}, {"글.md#위", 4'000'000'000}};
  facts.anchors = {"top", ""};
  facts.paths = {"/old/"};
  auto const read = unpack_facts(pack(facts));
  REQUIRE(read.keys.size() == 2);
  CHECK(read.keys[0].text == "title");
  CHECK(read.keys[0].line == 2);
  CHECK(read.keys[1].text == facts.keys[1].text);
  REQUIRE(read.links.size() == 2);
  CHECK(read.links[0].text.empty());
  CHECK(read.links[1].text == "글.md#위");
  CHECK(read.links[1].line == 4'000'000'000);
  CHECK(read.anchors == facts.anchors);
  CHECK(read.paths == facts.paths);
}

TEST_CASE("no facts are packed as such, and an empty message has none") {
  for (auto const& read : {unpack_facts(pack({})), unpack_facts("")}) {
    CHECK(read.keys.empty());
    CHECK(read.links.empty());
    CHECK(read.anchors.empty());
    CHECK(read.paths.empty());
  }
}

TEST_CASE("the facts of metadata are all its keys, and aliases that are paths") {
  auto const facts = metadata_facts(
      metadata::read_yaml("title: x\naliases: [/old/, Other name, a/b]\nredirect_from: /c/\n"
                          "topics: a/d\n",
                          5));
  REQUIRE(facts.keys.size() == 4);
  CHECK(facts.keys[1].text == "aliases");
  CHECK(facts.keys[1].line == 6);
  CHECK(facts.paths == std::vector<std::string>{"/old/", "a/b", "/c/"});
  CHECK(facts.links.empty());
}
