// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/folding.hpp"

#include "text/hangul.hpp"

#include "text/segmenter.hpp"
#include "text/unicode.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <stdexcept>
#include <utility>

namespace recap::text {

std::string normalise(icu::Normalizer2 const& form, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  form.normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr,
                     status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise text");
  return out;
}

icu::Normalizer2 const& checked(icu::Normalizer2 const* form, UErrorCode status) {
  if (U_FAILURE(status) || form == nullptr)
    throw std::runtime_error("ICU has no normalisation data");
  return *form;
}

std::string fold_ascii(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (char c : raw) {
    if (c == '\'' || c == ',') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

std::string without_latin_marks(std::string_view decomposed) {
  constexpr char32_t right_single_quote = 0x2019;
  std::string out;
  bool latin = false;
  for (std::size_t at = 0; at < decomposed.size();) {
    Decoded const next = decode(decomposed, at);
    std::size_t const begin = std::exchange(at, next.end);
    if (next.character == '\'' || next.character == ',' || next.character == right_single_quote) {
      continue;
    }
    auto const c = static_cast<UChar32>(next.character);
    bool const mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (mark && latin) continue;
    UErrorCode status = U_ZERO_ERROR;
    if (!mark) latin = uscript_getScript(c, &status) == USCRIPT_LATIN;
    out.append(decomposed.substr(begin, next.end - begin));
  }
  return out;
}

// Syllables begin with none of the bytes looked for, so that most words are done at once.
std::string without_invisible(std::string word) {
  if (word.find_first_of("\xC2\xE1\xE2\xE3\xEF\xF3") == std::string::npos) return word;
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    Decoded const next = decode(word, at);
    std::size_t const begin = std::exchange(at, next.end);
    if (u_hasBinaryProperty(static_cast<UChar32>(next.character),
                            UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0) {
      out.append(word, begin, next.end - begin);
    }
  }
  return out;
}

std::uint32_t end_of_syllable(std::string_view raw, std::size_t n) {
  std::size_t at = 0;
  while (at < raw.size()) {
    Decoded const next = decode(raw, at);
    auto const type =
        u_getIntPropertyValue(static_cast<UChar32>(next.character), UCHAR_HANGUL_SYLLABLE_TYPE);
    bool const half_width_vowel = next.character >= 0xFFC2 && next.character <= 0xFFDC;
    bool const goes_on = type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO ||
                         half_width_vowel || classify(next.character) == CharacterClass::extension;
    if (!goes_on && n-- == 0) break;
    at = next.end;
  }
  return static_cast<std::uint32_t>(at);
}

} // namespace recap::text
