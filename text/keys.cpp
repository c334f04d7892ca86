// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/keys.hpp"

#include "text/ascii.hpp"

#include "text/hangul.hpp"
#include "text/unicode.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace recap::text {
namespace {

// Letters in Unicode order, each as typed on a Latin keyboard; upper case means shift.
constexpr std::array<std::string_view, 19> initial_keys{
    "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"};
constexpr std::array<std::string_view, 21> vowel_keys{"k",  "o",  "i",  "O",  "j",  "p",  "u",
                                                      "P",  "h",  "hk", "ho", "hl", "y",  "n",
                                                      "nj", "np", "nl", "b",  "m",  "ml", "l"};
constexpr std::array<std::string_view, 28> final_keys{
    "",   "r",  "R", "rt", "s",  "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx",
    "fv", "fg", "a", "q",  "qt", "t",  "T",  "d", "w", "c",  "z",  "x",  "v",  "g"};
/// The compatibility consonants, U+3131 to U+314E, which a keyboard types by themselves.
constexpr std::array<std::string_view, 30> loose_consonant_keys{
    "r",  "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv",
    "fg", "a", "q",  "Q", "qt", "t",  "T", "d", "w", "W",  "c",  "z",  "x",  "v",  "g"};

constexpr char32_t first_syllable = 0xAC00;
constexpr char32_t first_loose_consonant = 0x3131;
constexpr char32_t first_loose_vowel = 0x314F;
constexpr char32_t first_joining_initial = 0x1100;
constexpr char32_t first_joining_vowel = 0x1161;
constexpr char32_t first_joining_final = 0x11A8;

/// The keys of one character as Latin letters; empty for a character that is not Hangul.
std::string_view add_letters(std::string& buffer, char32_t c) {
  buffer.clear();
  if (is_hangul_syllable(c)) {
    auto const place = static_cast<std::size_t>(c - first_syllable);
    buffer.append(initial_keys[place / (21 * 28)]);
    buffer.append(vowel_keys[place / 28 % 21]);
    buffer.append(final_keys[place % 28]);
  } else if (c >= first_loose_consonant && c < first_loose_vowel) {
    buffer.append(loose_consonant_keys[c - first_loose_consonant]);
  } else if (c >= first_loose_vowel && c < first_loose_vowel + vowel_keys.size()) {
    buffer.append(vowel_keys[c - first_loose_vowel]);
  } else if (c >= first_joining_initial && c < first_joining_initial + initial_keys.size()) {
    buffer.append(initial_keys[c - first_joining_initial]);
  } else if (c >= first_joining_vowel && c < first_joining_vowel + vowel_keys.size()) {
    buffer.append(vowel_keys[c - first_joining_vowel]);
  } else if (c >= first_joining_final && c < first_joining_final + final_keys.size() - 1) {
    buffer.append(final_keys[c - first_joining_final + 1]);
  }
  return buffer;
}

bool has_shifted_letter(char letter) {
  return std::string_view("QWERTOP").find(letter) != std::string_view::npos;
}

/// The byte for a letter of the tables above.
char key_of(char letter) {
  if (is_lower(letter)) return static_cast<char>(letter - 'a' + 'A');
  return has_shifted_letter(letter) ? static_cast<char>(letter & 0x1F) : letter;
}

char letter_of(char key) {
  return is_upper(key) ? lower(key) : static_cast<char>(key | 0x40);
}

template <std::size_t N>
std::optional<std::size_t> place_of(std::array<std::string_view, N> const& table,
                                    std::string_view letters) {
  for (std::size_t i = 0; i < N; ++i) {
    if (table[i] == letters) return i;
  }
  return std::nullopt;
}

/// The state of an input method between two keys: one syllable, as letters.
class Composer {
public:
  explicit Composer(std::string& text)
      : text_(text) {}

  void press(char letter) {
    std::string_view const one(&letter, 1);
    if (place_of(vowel_keys, one)) {
      press_vowel(letter);
    } else {
      press_consonant(letter);
    }
  }

  void flush() {
    auto const initial = place_of(initial_keys, initial_);
    auto const vowel = place_of(vowel_keys, vowel_);
    if (initial && vowel) {
      auto const final = place_of(final_keys, final_).value_or(0);
      append(text_, first_syllable + static_cast<char32_t>((*initial * 21 + *vowel) * 28 + final));
    } else if (auto const loose = place_of(loose_consonant_keys, initial_)) {
      append(text_, first_loose_consonant + static_cast<char32_t>(*loose));
    } else if (vowel) {
      append(text_, first_loose_vowel + static_cast<char32_t>(*vowel));
    }
    initial_.clear();
    vowel_.clear();
    final_.clear();
  }

private:
  void press_vowel(char letter) {
    if (!final_.empty()) {
      // 각 and ㅏ become 가 and 가: the last consonant moves to the following vowel.
      std::string const moved(1, final_.back());
      final_.pop_back();
      flush();
      initial_ = moved;
      vowel_ = letter;
      return;
    }
    if (!place_of(vowel_keys, vowel_ + letter)) flush();
    vowel_ += letter;
  }

  void press_consonant(char letter) {
    bool const is_syllable = !initial_.empty() && !vowel_.empty();
    if (is_syllable && place_of(final_keys, final_ + letter)) {
      final_ += letter;
      return;
    }
    flush();
    initial_ = letter;
  }

  std::string& text_;
  std::string initial_;
  std::string vowel_;
  std::string final_;
};

} // namespace

std::string keys(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  std::string buffer;
  for (std::size_t at = 0; at < word.size();) {
    Decoded const next = decode(word, at);
    auto const letters = add_letters(buffer, next.character);
    if (letters.empty()) {
      out.append(word, at, next.end - at);
    } else {
      for (char const letter : letters)
        out += key_of(letter);
    }
    at = next.end;
  }
  return out;
}

std::string text_of_keys(std::string_view keys) {
  std::string text;
  Composer composer(text);
  for (char const key : keys) {
    if (is_hangul_key(key)) {
      composer.press(letter_of(key));
    } else {
      composer.flush();
      text += key;
    }
  }
  composer.flush();
  return text;
}

std::string keys_of_other_keyboard(std::string_view typed) {
  std::string out;
  std::string buffer;
  for (std::size_t at = 0; at < typed.size();) {
    Decoded const next = decode(typed, at);
    auto const letters = add_letters(buffer, next.character);
    char const first = typed[at];
    if (is_lower(first) || is_upper(first)) {
      out += key_of(first);
    } else if (letters.empty()) {
      out.append(typed, at, next.end - at);
    } else {
      for (char const letter : letters)
        out += lower(letter);
    }
    at = next.end;
  }
  return out;
}

std::string initials(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    Decoded const next = decode(word, at);
    if (is_hangul_syllable(next.character)) {
      auto const place = static_cast<std::size_t>(next.character - first_syllable) / (21 * 28);
      append(out, first_loose_consonant +
                      static_cast<char32_t>(*place_of(loose_consonant_keys, initial_keys[place])));
    } else {
      out.append(word, at, next.end - at);
    }
    at = next.end;
  }
  return out;
}

bool is_initials(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    Decoded const next = decode(text, at);
    if (next.character < first_loose_consonant || next.character >= first_loose_vowel) return false;
    at = next.end;
  }
  return !text.empty();
}

} // namespace recap::text
