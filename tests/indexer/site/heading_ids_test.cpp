// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/heading_ids.hpp"

#include "tests/catch.hpp"

#include <stdexcept>
#include <string>

using namespace recap::indexer;

TEST_CASE("repeated headings are numbered") {
  HeadingIds ids(heading_style("github"));
  CHECK(ids.make("마치며") == "마치며");
  CHECK(ids.make("마치며") == "마치며-1");
  CHECK(ids.make("마치며") == "마치며-2");
  CHECK(ids.make("Other") == "other");
  CHECK(ids.make("OTHER!") == "other-1");
}

TEST_CASE("a number that another heading has is skipped") {
  HeadingIds ids(heading_style("github"));
  CHECK(ids.make("Week") == "week");
  CHECK(ids.make("Week 1") == "week-1");
  CHECK(ids.make("Week") == "week-2");
  CHECK(ids.make("Week 1") == "week-1-1");
}

TEST_CASE("a number of a repeated heading is not used again") {
  HeadingIds ids(heading_style("github"));
  CHECK(ids.make("Week") == "week");
  CHECK(ids.make("Week") == "week-1");
  CHECK(ids.make("Week 1") == "week-1-1");
  CHECK(ids.make("Week") == "week-2");
}

TEST_CASE("headings without a letter get anchors of their own") {
  HeadingIds ids(heading_style("github"));
  CHECK(ids.make("!") == "");
  CHECK(ids.make("?") == "-1");
}

TEST_CASE("Python-Markdown counts with underscores and has no empty id") {
  HeadingIds ids(heading_style("python-markdown"));
  CHECK(ids.make("한국어") == "_1");
  CHECK(ids.make("!") == "_2");
  CHECK(ids.make("Twice") == "twice");
  CHECK(ids.make("Twice") == "twice_1");
  CHECK(ids.make("Twice_1") == "twice_2");
  CHECK(ids.make("Größe ½") == "groe-12");
}

TEST_CASE("kramdown counts each name separately, so that an id may occur twice") {
  HeadingIds ids(heading_style("kramdown"));
  CHECK(ids.make("A") == "a");
  CHECK(ids.make("A") == "a-1");
  CHECK(ids.make("A-1") == "a-1");
  CHECK(ids.make("!").empty());
}

TEST_CASE("VitePress has one hyphen for a run of signs and none before digits") {
  HeadingIds ids(heading_style("vitepress"));
  CHECK(ids.make("What's new in 1.2?") == "what-s-new-in-1-2");
  CHECK(ids.make("2 steps -- é") == "_2-steps-e");
}

TEST_CASE("Zola has one hyphen for signs, also within words") {
  HeadingIds ids(heading_style("zola"));
  CHECK(ids.make("What's new in v1.2?") == "what-s-new-in-v1-2");
  CHECK(ids.make("What’s 1,000 Größen") == "what-s-1-000-grossen");
  CHECK(ids.make("제목").empty());
}

TEST_CASE("stated ids count as used if the generator counts them") {
  HeadingIds hugo(heading_style("hugo"));
  hugo.take("a");
  CHECK(hugo.make("A") == "a-1");
  CHECK(hugo.make("?") == "heading");
}

TEST_CASE("an unknown style of headings is refused by name") {
  CHECK_THROWS_AS(heading_style("sphinx"), std::invalid_argument);
}
