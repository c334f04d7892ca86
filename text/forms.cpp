// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/forms.hpp"

#include "text/folding.hpp"
#include "text/unicode.hpp"

#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include <cstdint>
#include <stdexcept>

namespace recap::text {
namespace {

bool is_of(char32_t character, std::uint32_t categories) {
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) & categories) != 0;
}

} // namespace

std::optional<char32_t> slug_character(char32_t character) {
  bool const stays = is_of(character, U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK);
  return stays ? std::optional(static_cast<char32_t>(u_tolower(static_cast<UChar32>(character))))
               : std::nullopt;
}

bool is_word_character(char32_t character) {
  return is_of(character, U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK) ||
         u_isUAlphabetic(static_cast<UChar32>(character)) != 0;
}

bool is_letter_or_digit(char32_t character) {
  return is_of(character, U_GC_L_MASK | U_GC_N_MASK);
}

bool is_letter_or_decimal(char32_t character) {
  return is_of(character, U_GC_L_MASK | U_GC_ND_MASK);
}

std::string lower_case(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<std::int32_t>(text.size())}, sink,
                            nullptr, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot change the case of a text");
  return out;
}

std::string simple_lower_case(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const next = decode(text, at);
    if (next.character == Decoded::invalid) {
      out += text[at];
    } else {
      append(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next.character))));
    }
    at = next.end;
  }
  return out;
}

std::string with_each(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (auto at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
    out.append(text.substr(0, at)).append(to);
    text.remove_prefix(at + from.size());
  }
  return out.append(text);
}

std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* const form = icu::Normalizer2::getNFKDInstance(status);
  return normalise(checked(form, status), text);
}

std::string latin(std::string_view text) {
  auto const whole = decomposed(text);
  std::string out;
  std::string letters;
  // without_latin_marks() is for words: it drops apostrophes, commas and dots.
  auto const end_letters = [&] {
    out += without_latin_marks(letters);
    letters.clear();
  };
  for (std::size_t at = 0; at < whole.size();) {
    auto const next = decode(whole, at);
    bool const sign = !is_of(next.character, U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK);
    if (sign) end_letters();
    (sign ? out : letters).append(whole, at, next.end - at);
    at = next.end;
  }
  end_letters();
  return with_each(out, "ß", "ss");
}

} // namespace recap::text
