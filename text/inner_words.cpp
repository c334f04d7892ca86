// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/inner_words.hpp"

#include "text/ascii.hpp"
#include "text/segmenter.hpp"
#include "text/unicode.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace recap::text {
namespace {

/// A word with more is not a name but a checksum or an encoded text.
constexpr std::size_t most_inner_words = 8;
/// With more inner words, single letters between numbers have no meaning: `a3f9c2`.
constexpr std::size_t most_with_letters = 3;

enum class Kind : std::uint8_t { upper, lower, digit, extension };

struct Character {
  std::size_t begin;
  Kind kind;
};

Kind kind_of(char32_t c) {
  switch (classify(c)) {
  case CharacterClass::digit: return Kind::digit;
  case CharacterClass::letter:
    return u_isupper(static_cast<UChar32>(c)) != 0 ? Kind::upper : Kind::lower;
  default: return Kind::extension;
  }
}

/// True if an inner word may begin somewhere; nearly all words have no such place.
bool has_place(std::string_view word) {
  bool digit = false;
  bool letter = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char const c = word[i];
    digit = digit || is_digit(c);
    letter = letter || !is_digit(c);
    bool const beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    if (i > 0 && (is_upper(c) || beyond_ascii)) return true;
  }
  return digit && letter;
}

/// The characters of the word, without accents and apostrophes, where nothing begins.
std::vector<Character> characters_of(std::string_view word) {
  std::vector<Character> characters;
  for (std::size_t at = 0; at < word.size();) {
    Decoded const next = decode(word, at);
    if (auto const kind = kind_of(next.character); kind != Kind::extension)
      characters.push_back({at, kind});
    at = next.end;
  }
  return characters;
}

using Breaks = std::vector<std::size_t>;

/// `setTimeout`, `HTTPServer`, `UTF8Text`: a capital after a small letter, or a capital that small
/// letters follow, after another capital (then two letters, because of the s of APIs) or after a
/// number (one).
Breaks places_of_case(std::vector<Character> const& characters) {
  Breaks places;
  auto const is_lower = [&](std::size_t at) {
    return at < characters.size() && characters[at].kind == Kind::lower;
  };
  for (std::size_t i = 1; i < characters.size(); ++i) {
    if (characters[i].kind != Kind::upper) continue;
    auto const before = characters[i - 1].kind;
    bool const begins =
        before == Kind::lower || (is_lower(i + 1) && (before == Kind::digit || is_lower(i + 2)));
    if (begins) places.push_back(characters[i].begin);
  }
  return places;
}

Breaks places_of_numbers(std::vector<Character> const& characters, InnerWord const& within) {
  Breaks places;
  for (std::size_t i = 1; i < characters.size(); ++i) {
    bool const inside = characters[i].begin > within.begin && characters[i].begin < within.end;
    bool const touches =
        (characters[i].kind == Kind::digit) != (characters[i - 1].kind == Kind::digit);
    if (inside && touches) places.push_back(characters[i].begin);
  }
  return places;
}

std::vector<InnerWord> between(Breaks const& places, std::size_t begin, std::size_t end) {
  std::vector<InnerWord> words;
  for (auto const place : places)
    words.push_back({.begin = std::exchange(begin, place), .end = place});
  words.push_back({.begin = begin, .end = end});
  return words;
}

bool is_single(std::vector<Character> const& characters, InnerWord const& word) {
  std::size_t letters = 0;
  for (auto const& [begin, kind] : characters)
    letters += begin >= word.begin && begin < word.end && kind != Kind::digit ? 1 : 0;
  return letters == 1;
}

} // namespace

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_digit);
}

std::vector<InnerWord> inner_words(std::string_view word) {
  std::vector<InnerWord> found;
  if (!has_place(word)) return found;
  auto const characters = characters_of(word);
  auto const by_case = between(places_of_case(characters), 0, word.size());
  for (InnerWord part : by_case) {
    auto const places = places_of_numbers(characters, part);
    part.is_smallest = places.empty();
    part.is_telling = !is_single(characters, part);
    if (by_case.size() > 1) found.push_back(part);
    if (places.empty()) continue;
    auto smaller = between(places, part.begin, part.end);
    for (InnerWord& each : smaller) {
      each.is_telling = smaller.size() <= most_with_letters || !is_single(characters, each);
      found.push_back(each);
    }
  }
  if (found.size() > most_inner_words) return {};
  for (std::size_t i = 1; i + 1 < by_case.size(); ++i)
    found.push_back({.begin = by_case[i].begin, .end = word.size(), .is_smallest = false});
  std::ranges::stable_sort(found, {}, &InnerWord::begin);
  return found;
}

} // namespace recap::text
