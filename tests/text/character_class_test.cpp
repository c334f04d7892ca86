// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/character_class.hpp"

#include "tests/catch.hpp"

using namespace recap::text;

TEST_CASE("every kind of character has its class") {
  struct {
    char32_t character;
    CharacterClass kind;
  } const cases[] = {
      {U'a', CharacterClass::letter},
      {U'Z', CharacterClass::letter},
      {U'é', CharacterClass::letter},
      {U'Ω', CharacterClass::letter},
      {U'ａ', CharacterClass::letter},
      {U'0', CharacterClass::digit},
      {U'٣', CharacterClass::digit},
      {U'인', CharacterClass::hangul},
      {U'ㅇ', CharacterClass::hangul},
      {0x1100, CharacterClass::hangul},
      {0xFFA1, CharacterClass::hangul},
      {U'語', CharacterClass::cjk},
      {U'テ', CharacterClass::cjk},
      {U'ー', CharacterClass::cjk},
      {0x20BB7, CharacterClass::cjk},
      {0x0301, CharacterClass::extension},
      {0x200B, CharacterClass::extension},
      {0xFEFF, CharacterClass::extension},
      {U' ', CharacterClass::separator},
      {U'.', CharacterClass::separator},
      {U'。', CharacterClass::separator},
      {0x1F600, CharacterClass::separator},
      {0, CharacterClass::separator},
      {0x7F, CharacterClass::separator},
      {0xE000, CharacterClass::separator},
      {0x110000, CharacterClass::separator},
      {0xFFFFFFFF, CharacterClass::separator},
  };
  for (auto const& each : cases) {
    INFO(std::hex << static_cast<std::uint32_t>(each.character));
    CHECK(classify(each.character) == each.kind);
  }
}
