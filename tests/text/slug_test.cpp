// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/slug.hpp"

#include "tests/catch.hpp"

using namespace recap::text;

TEST_CASE("a heading gets the anchor that GitHub gives it") {
  struct {
    std::string_view heading, anchor;
  } const cases[] = {
      {"Sample Section", "sample-section"},
      {"This'll be a Helpful Section About the Greek Letter Θ!",
       "thisll-be-a-helpful-section-about-the-greek-letter-θ"},
      {"What I Worked On!", "what-i-worked-on"},
      {"C++ & C#", "c--c"},
      {"a - b", "a---b"},
      {"snake_case and kebab-case", "snake_case-and-kebab-case"},
      {"1. First", "1-first"},
      {"Emoji 🎉 party", "emoji--party"},
      {"인턴십을 마치며", "인턴십을-마치며"},
      {"1주차: 온보딩 (Onboarding)", "1주차-온보딩-onboarding"},
      {"É", "é"},
      {"", ""},
      {"!?", ""},
  };
  for (auto const& each : cases) {
    INFO(each.heading);
    CHECK(slug(each.heading) == each.anchor);
  }
}

TEST_CASE("bytes that are not UTF-8 leave no trace in an anchor") {
  CHECK(slug("a\xFF"
             "b\xE3\x81") == "ab");
}

TEST_CASE("a slug keeps letters, digits and marks") {
  CHECK(slug_character(U'É') == U'é');
  CHECK(slug_character(U'7') == U'7');
  CHECK(slug_character(U'글') == U'글');
  CHECK_FALSE(slug_character(U'—').has_value());
  CHECK_FALSE(slug_character(U' ').has_value());
}

TEST_CASE("repeated headings are numbered") {
  Slugger slugger;
  CHECK(slugger.anchor("마치며") == "마치며");
  CHECK(slugger.anchor("마치며") == "마치며-1");
  CHECK(slugger.anchor("마치며") == "마치며-2");
  CHECK(slugger.anchor("Other") == "other");
  CHECK(slugger.anchor("OTHER!") == "other-1");
}

TEST_CASE("a number that another heading has is skipped") {
  Slugger slugger;
  CHECK(slugger.anchor("Week") == "week");
  CHECK(slugger.anchor("Week 1") == "week-1");
  CHECK(slugger.anchor("Week") == "week-2");
  CHECK(slugger.anchor("Week 1") == "week-1-1");
}

TEST_CASE("a number given to a repeated heading is not given again") {
  Slugger slugger;
  CHECK(slugger.anchor("Week") == "week");
  CHECK(slugger.anchor("Week") == "week-1");
  CHECK(slugger.anchor("Week 1") == "week-1-1");
  CHECK(slugger.anchor("Week") == "week-2");
}

TEST_CASE("headings without a letter get anchors of their own") {
  Slugger slugger;
  CHECK(slugger.anchor("!") == "");
  CHECK(slugger.anchor("?") == "-1");
}
