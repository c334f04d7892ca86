// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/slugs.hpp"

#include "tests/catch.hpp"
#include "text/forms.hpp"

#include <string>

using namespace recap::indexer;
using recap::text::slug_character;

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
    CHECK(github_slug(each.heading) == each.anchor);
  }
}

TEST_CASE("bytes that are not UTF-8 are omitted from an anchor") {
  CHECK(hugo_heading_slug("a\xFF"
                          "b\xE3\x81") == "ab");
}

TEST_CASE("a slug keeps letters, digits and marks") {
  CHECK(slug_character(U'É') == U'é');
  CHECK(slug_character(U'7') == U'7');
  CHECK(slug_character(U'글') == U'글');
  CHECK_FALSE(slug_character(U'—').has_value());
  CHECK_FALSE(slug_character(U' ').has_value());
}

TEST_CASE("digits in a circle and fractions stay where the generator keeps them") {
  CHECK(github_slug("① ½ x²") == "--x");
  CHECK(hugo_heading_slug("① ½ x²") == "--x");
  CHECK(vitepress_slug("① ½ x²") == "_1-1⁄2-x2");
  CHECK(python_slug("① ½ x²") == "1-12-x2");
}

TEST_CASE("a name in letters of another script has no spelling in ASCII") {
  CHECK(ascii_slug("Über Größe, 2!") == "uber-grosse-2");
  CHECK_FALSE(ascii_slug("한글").has_value());
}

TEST_CASE("VitePress has one hyphen for a run of signs, and none at the ends") {
  CHECK(vitepress_slug("-- “A” & b!") == "a-b");
  CHECK(vitepress_slug("1. Über") == "_1-uber");
  CHECK(vitepress_slug("가") == "\u1100\u1161"); // decomposed
  CHECK(vitepress_slug("!?").empty());
  CHECK(vitepress_slug("a_b\tc") == "a-b-c");
}

TEST_CASE("Python-Markdown has one hyphen for spaces and hyphens, and none at an end of spaces") {
  CHECK(python_slug("  A -- b_c  ") == "a-b_c");
  CHECK(python_slug("- a -") == "-a-");
  CHECK(python_slug("제목 a") == "a");
  CHECK(python_unicode_slug("제목: Ünder 1") == "제목-ünder-1");
  CHECK(python_unicode_slug("!").empty());
}

TEST_CASE("markdown-it-anchor keeps signs, percent-encoded") {
  CHECK(markdown_it_slug(" A  b\n(c)? ") == "a-b-(c)%3F");
  CHECK(markdown_it_slug("제") == "%EC%A0%9C");
}

TEST_CASE("kramdown has the lower case of Ruby, and Hugo a name for a heading without one") {
  CHECK(kramdown_slug("İ\ta") == "i\u0307-a");
  CHECK(github_slug("a\tb") == "ab");
  CHECK(hugo_heading_slug("  A\u0301 B ") == "a-b"); // without the mark
  CHECK(hugo_heading_slug("a_b - c") == "a_b---c");
  CHECK(hugo_heading_slug("!") == "heading");
}

TEST_CASE("a slug in ASCII has one hyphen for a run of anything else") {
  CHECK(ascii_slug("--A__b..c--") == "a-b-c");
  CHECK(ascii_slug("!") == "");
  CHECK(ascii_slug("🎉 a") == "a");
}
