// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/folding.hpp"

#include "text/hangul.hpp"

#include "text/segmenter.hpp"
#include "text/unicode.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
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

namespace {

struct Folded {
  char32_t letter;
  std::string_view written;
};

/// Latin letters with a stroke, hook or tail, and ligatures, which Unicode does not decompose, with
/// their plain spelling. Ascending, for the binary search.
constexpr auto folded_letters = std::to_array<Folded>({
    // clang-format off
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"}, {U'đ', "d"}, {U'ħ', "h"}, {U'ı', "i"},
    {U'ĸ', "k"}, {U'ł', "l"}, {U'ŋ', "n"}, {U'œ', "oe"}, {U'ŧ', "t"}, {U'ƀ', "b"}, {U'ƃ', "b"},
    {U'ƈ', "c"}, {U'ƌ', "d"}, {U'ƒ', "f"}, {U'ƙ', "k"}, {U'ƚ', "l"}, {U'ƞ', "n"}, {U'ƥ', "p"},
    {U'ƭ', "t"}, {U'ƴ', "y"}, {U'ƶ', "z"}, {U'ǝ', "e"}, {U'ǥ', "g"}, {U'ȡ', "d"}, {U'ȥ', "z"},
    {U'ȴ', "l"}, {U'ȵ', "n"}, {U'ȶ', "t"}, {U'ȷ', "j"}, {U'ȸ', "db"}, {U'ȹ', "qp"}, {U'ȼ', "c"},
    {U'ȿ', "s"}, {U'ɀ', "z"}, {U'ɇ', "e"}, {U'ɉ', "j"}, {U'ɋ', "q"}, {U'ɍ', "r"}, {U'ɏ', "y"},
    {U'ɓ', "b"}, {U'ɕ', "c"}, {U'ɖ', "d"}, {U'ɗ', "d"}, {U'ə', "e"}, {U'ɛ', "e"}, {U'ɟ', "j"},
    {U'ɠ', "g"}, {U'ɡ', "g"}, {U'ɦ', "h"}, {U'ɨ', "i"}, {U'ɪ', "i"}, {U'ɫ', "l"}, {U'ɬ', "l"},
    {U'ɭ', "l"}, {U'ɱ', "m"}, {U'ɲ', "n"}, {U'ɳ', "n"}, {U'ɵ', "o"}, {U'ɼ', "r"}, {U'ɽ', "r"},
    {U'ɾ', "r"}, {U'ʀ', "r"}, {U'ʂ', "s"}, {U'ʈ', "t"}, {U'ʉ', "u"}, {U'ʋ', "v"}, {U'ʏ', "y"},
    {U'ʐ', "z"}, {U'ʑ', "z"}, {U'ᵬ', "b"}, {U'ᵭ', "d"}, {U'ᵮ', "f"}, {U'ᵯ', "m"}, {U'ᵰ', "n"},
    {U'ᵱ', "p"}, {U'ᵲ', "r"}, {U'ᵳ', "r"}, {U'ᵴ', "s"}, {U'ᵵ', "t"}, {U'ᵶ', "z"}, {U'ᵻ', "i"},
    {U'ᵽ', "p"}, {U'ᵾ', "u"}, {U'ẜ', "s"}, {U'ẝ', "s"}, {U'ẟ', "d"}, {U'ⱡ', "l"}, {U'ⱥ', "a"},
    {U'ⱦ', "t"}, {U'ⱨ', "h"}, {U'ⱪ', "k"}, {U'ⱬ', "z"}, {U'ⱳ', "w"}, {U'ꜩ', "tz"}, {U'ꜳ', "aa"},
    {U'ꜵ', "ao"}, {U'ꜷ', "au"}, {U'ꜹ', "av"}, {U'ꜻ', "av"}, {U'ꜽ', "ay"}, {U'ꝁ', "k"},
    {U'ꝃ', "k"}, {U'ꝅ', "k"}, {U'ꝇ', "l"}, {U'ꝉ', "l"}, {U'ꝋ', "o"}, {U'ꝍ', "o"}, {U'ꝏ', "oo"},
    {U'ꝑ', "p"}, {U'ꝓ', "p"}, {U'ꝗ', "q"}, {U'ꝡ', "vy"}, {U'ꞓ', "c"}, {U'ꞡ', "g"}, {U'ꞣ', "k"},
    {U'ꞥ', "n"}, {U'ꞧ', "r"}, {U'ꞩ', "s"},
    // clang-format on
});
static_assert(std::ranges::is_sorted(folded_letters, {}, &Folded::letter));

/// Characters that nobody types inside a word: all apostrophes, the commas of numbers, the Arabic
/// tatweel, and the signs that squared units fold to.
bool falls_away(char32_t c) {
  constexpr auto signs =
      std::to_array<char32_t>({'\'', ',', '.', 0xB0, 0x02B9, 0x02BA, 0x02BB, 0x02BC, 0x02BD, 0x02BE,
                               0x02BF, 0x02C8, 0x0640, 0x2019, 0x2215, 0xA78C});
  return std::ranges::binary_search(signs, c);
}

} // namespace

std::string without_latin_marks(std::string_view decomposed) {
  std::string out;
  bool latin = false;
  for (std::size_t at = 0; at < decomposed.size();) {
    Decoded const next = decode(decomposed, at);
    std::size_t const begin = std::exchange(at, next.end);
    if (falls_away(next.character)) continue;
    auto const c = static_cast<UChar32>(next.character);
    bool const mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (mark && latin) continue;
    UErrorCode status = U_ZERO_ERROR;
    if (!mark) latin = uscript_getScript(c, &status) == USCRIPT_LATIN;
    auto const folded =
        std::ranges::lower_bound(folded_letters, next.character, {}, &Folded::letter);
    bool const is_folded = folded != folded_letters.end() && folded->letter == next.character;
    out.append(is_folded ? folded->written : decomposed.substr(begin, next.end - begin));
  }
  return out;
}

// No syllable begins with these bytes, so most words need no further check.
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
