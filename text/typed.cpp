// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/typed.hpp"

#include "text/folding.hpp"
#include "text/hangul.hpp"
#include "text/keys.hpp"
#include "text/segmenter.hpp"
#include "text/unicode.hpp"

namespace recap::text {
namespace {

constexpr char32_t right_single_quote = 0x2019;

/// Appends the keys of one character, and those of its initial. Works character by character, to
/// map each key to its origin; composed and decomposed letters give the same keys.
void fold_character(std::string_view bytes, char32_t c, std::string& all, std::string& initial) {
  if (c < 0x80) {
    all = c >= 'A' && c <= 'Z' ? std::string(1, static_cast<char>(c + ('a' - 'A')))
                               : std::string(bytes);
    initial = all;
    return;
  }
  if (is_hangul_syllable(c)) {
    all = keys(bytes);
    initial = all.substr(0, 1);
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  auto const& nfd = checked(icu::Normalizer2::getNFDInstance(status), status);
  all = keys(without_latin_marks(normalise(nfd, fold(bytes))));
  initial = all;
}

} // namespace

Typed typed(std::string_view text) {
  Typed out;
  auto before = CharacterClass::separator;
  std::string all;
  std::string initial;
  for (std::size_t at = 0; at < text.size();) {
    Decoded const next = decode(text, at);
    std::size_t const begin = at;
    at = next.end;
    char32_t const c = next.character;
    auto kind = classify(c);
    if (kind == CharacterClass::extension) continue;
    if (kind == CharacterClass::digit) kind = CharacterClass::letter;
    bool const sign = (c == '+' || c == '#') && before == CharacterClass::letter;
    if (kind == CharacterClass::separator && !sign) {
      // `Lablup's` is one word.
      if (c != '\'' && c != right_single_quote) before = kind;
      continue;
    }
    fold_character(text.substr(begin, at - begin), c, all, initial);
    if (all.empty()) continue;
    if (!sign && kind != before) {
      out.words.push_back({.key = static_cast<std::uint32_t>(out.keys.size()),
                           .initial = static_cast<std::uint32_t>(out.initials.size())});
    }
    if (!sign) before = kind;
    out.has_hangul = out.has_hangul || kind == CharacterClass::hangul;
    for (std::size_t i = 0; i < initial.size(); ++i)
      out.initial_keys.push_back(static_cast<std::uint32_t>(out.keys.size() + i));
    out.keys += all;
    out.initials += initial;
    out.begins.resize(out.keys.size(), static_cast<std::uint32_t>(begin));
    out.ends.resize(out.keys.size(), static_cast<std::uint32_t>(at));
  }
  return out;
}

} // namespace recap::text
