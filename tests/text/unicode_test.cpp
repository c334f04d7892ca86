// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/unicode.hpp"

#include "tests/catch.hpp"

using namespace recap::text;

TEST_CASE("characters are decoded with the place of the next one") {
  std::string_view const text = "aé인😀";
  struct {
    std::size_t offset;
    char32_t character;
    std::size_t end;
  } const cases[] = {{0, U'a', 1}, {1, U'é', 3}, {3, U'인', 6}, {6, U'😀', 10}};
  for (auto const& each : cases) {
    Decoded const decoded = decode(text, each.offset);
    CHECK(decoded.character == each.character);
    CHECK(decoded.end == each.end);
  }
  CHECK(decode(text, 4).character == Decoded::invalid);
}

TEST_CASE("decoding goes forward on every byte and stays inside the text") {
  for (int byte = 0; byte <= 0xFF; ++byte) {
    for (std::string_view const tail : {"", "a", "\x80", "\x80\x80", "\xBF\xBF\xBF", "\xFF"}) {
      std::string const text = static_cast<char>(byte) + std::string(tail);
      Decoded const decoded = decode(text, 0);
      CHECK(decoded.end > 0);
      CHECK(decoded.end <= text.size());
      if (decoded.character != Decoded::invalid) {
        std::string again;
        append(again, decoded.character);
        CHECK(again == text.substr(0, decoded.end));
      }
    }
  }
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  struct {
    std::string_view text;
    std::optional<std::size_t> offset;
  } const cases[] = {
      {"", std::nullopt},
      {"plain 인턴 😀", std::nullopt},
      {"\x7F\xC2\x80\xDF\xBF", std::nullopt}, // the first and the last of each length
      {"\xE0\xA0\x80\xED\x9F\xBF", std::nullopt},
      {"\xEE\x80\x80\xEF\xBF\xBF", std::nullopt},
      {"\xF0\x90\x80\x80", std::nullopt},
      {"\xF4\x8F\xBF\xBF", std::nullopt}, // U+10FFFF
      {"\xEF\xBF\xBE", std::nullopt},     // a noncharacter is well-formed
      {"ab\xFF", 2},
      {"\x80", 0},
      {"a\xED\xA0\x80", 1},    // surrogate
      {"a\xED\xBF\xBF", 1},    // surrogate
      {"ab\xC0\xAF", 2},       // overlong
      {"ab\xC1\xBF", 2},       // overlong
      {"abc\xE0\x80\xAF", 3},  // overlong
      {"\xF0\x80\x80\xAF", 0}, // overlong
      {"\xF4\x90\x80\x80", 0}, // past U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {"인\xEC\x9D", 3}, // cut short
      {"a\xE2(\xA1", 1},
  };
  for (auto const& each : cases) {
    CHECK(invalid_utf8(each.text) == each.offset);
  }
}

TEST_CASE("values that look alike fold alike") {
  struct {
    std::string_view text, folded;
  } const cases[] = {
      {"", ""},
      {" \t\n", ""},
      {"Lablup", "lablup"},
      {"  Jo\t\n Kim ", "jo kim"},
      {"Jo\u3000Kim\u00A0", "jo kim"},
      {"ＬＡＢＬＵＰ", "lablup"},
      {"STRASSE", "strasse"},
      {"Straße", "strasse"},
      {"Café", "café"},
      {"Cafe\u0301", "café"},
      {"\u110B\u1175\u11AB", "인"},
      {"a\u200Bb", "ab"},
      {"a\xFF"
       "b",
       "a\uFFFDb"},
      {"\xED\xA0", "\uFFFD\uFFFD"},
  };
  for (auto const& each : cases) {
    INFO(each.text);
    CHECK(fold(each.text) == each.folded);
    CHECK(fold(fold(each.text)) == each.folded);
  }
  CHECK(fold(std::string_view("a\0b", 3)) == "a b");
}

TEST_CASE("a length is floored to a whole character") {
  std::string_view const text = "a인😀";
  std::size_t const floors[] = {0, 1, 1, 1, 4, 4, 4, 4, 8, 8};
  for (std::size_t bytes = 0; bytes < std::size(floors); ++bytes) {
    CHECK(floor_to_character(text, bytes) == floors[bytes]);
  }
  CHECK(floor_to_character("", 5) == 0);
  CHECK(floor_to_character("\x80\x80\x80", 2) == 0);
}

TEST_CASE("the share of Hangul counts letters alone") {
  CHECK(hangul_share("") == 0);
  CHECK(hangul_share("123 !?") == 0);
  CHECK(hangul_share("English") == 0);
  CHECK(hangul_share("인턴 123!") == 1);
  CHECK(hangul_share("ab인턴") == Approx(0.5));
  CHECK(hangul_share("漢字한글\xFF") == Approx(0.5));
}
