// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/character_class.hpp"

#include "text/hangul.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace recap::text {
namespace {

bool is_hangul_letter(char32_t c) {
  return is_hangul_syllable(c) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3131 && c <= 0x318E) ||
         (c >= 0xA960 && c <= 0xA97C) || (c >= 0xD7B0 && c <= 0xD7FB) ||
         (c >= 0xFFA0 && c <= 0xFFDC);
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

/// Letters by Unicode, but used as punctuation: clicks (`ǀ`), length marks, the dots of syllabics,
/// of Sinology and of Korean keyboards (ㆍ), and the fillers, which are blanks.
bool is_written_as_punctuation(char32_t c) {
  constexpr auto letters = std::to_array<char32_t>(
      {0x01C0, 0x01C1, 0x01C2, 0x01C3, 0x02D0, 0x02D1, 0x1427, 0x3164, 0x318D, 0xA78F, 0xFFA0});
  return std::ranges::binary_search(letters, c);
}

/// Units and words squared into one character (㎏, ㎡, ㌔) and degrees: symbols by Unicode, letters
/// after folding.
CharacterClass classify_squared(char32_t c) {
  if (c >= 0x3300 && c <= 0x3357) return CharacterClass::cjk;
  bool const is_unit = (c >= 0x3371 && c <= 0x33DF) || c == 0x33FF || c == 0x2103 || c == 0x2109;
  return is_unit ? CharacterClass::letter : CharacterClass::separator;
}

bool is_cjk(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
  case USCRIPT_HAN:
  case USCRIPT_HIRAGANA:
  case USCRIPT_KATAKANA:
  case USCRIPT_BOPOMOFO: return true;
  default: return c == 0x30FC || c == 0xFF70; // the long-vowel marks belong to several scripts
  }
}

} // namespace

CharacterClass classify(char32_t c) {
  if (c < 0x80) return classify_ascii(c);
  if (is_written_as_punctuation(c) || c > 0x10FFFF) return CharacterClass::separator;
  if (is_hangul_letter(c)) return CharacterClass::hangul;
  if (is_invisible(c)) return CharacterClass::extension;
  auto const code = static_cast<UChar32>(c);
  auto const category = U_GET_GC_MASK(code);
  if ((category & U_GC_M_MASK) != 0) return CharacterClass::extension;
  if ((category & (U_GC_L_MASK | U_GC_N_MASK)) == 0) return classify_squared(c);
  if (is_cjk(c)) return CharacterClass::cjk;
  return (category & U_GC_ND_MASK) != 0 ? CharacterClass::digit : CharacterClass::letter;
}

} // namespace recap::text
