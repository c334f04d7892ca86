// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/segmenter.hpp"

#include "text/character_class.hpp"
#include "text/hangul.hpp"
#include "text/unicode.hpp"

#include <array>

namespace recap::text {
namespace {

constexpr char32_t right_single_quote = 0x2019;
constexpr char32_t non_breaking_hyphen = 0x2011;

/// Separators after which a word of ASCII letters ends without a joint, a sign or an apostrophe.
constexpr auto ends_words = [] {
  std::array<bool, 0x100> ends{};
  for (char const c : {' ', '\n', '\t', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '|', '*'})
    ends[static_cast<std::size_t>(c)] = true;
  return ends;
}();

bool is_ascii_letter(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte < 0x80 && classify_ascii(byte) == CharacterClass::letter;
}

/// ㅡ and ㅣ between two syllables are a dash and a bar (`뉴스ㅣ정치`); the old vowels ㆍ and ᆢ
/// without an initial are dots (`도로ᆞ지반`).
bool separates(char32_t c, char32_t before, char32_t behind) {
  if (c == 0x3161 || c == 0x3163) return is_hangul_syllable(before) && is_hangul_syllable(behind);
  bool const follows_initial =
      (before >= 0x1100 && before <= 0x115F) || (before >= 0xA960 && before <= 0xA97C);
  return (c == 0x119E || c == 0x11A2) && !follows_initial;
}

/// A position in the text and the character that begins there.
struct Cursor {
  std::string_view text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  char32_t character = 0;
  CharacterClass kind = CharacterClass::separator;

  [[nodiscard]] bool done() const { return begin >= text.size(); }

  void read_at(std::uint32_t offset) {
    char32_t const before = character;
    begin = end = offset;
    character = 0;
    kind = CharacterClass::separator;
    if (done()) return;
    if (auto const byte = static_cast<unsigned char>(text[offset]); byte < 0x80) {
      ++end;
      character = byte;
      kind = classify_ascii(byte);
      return;
    }
    Decoded const next = decode(text, offset);
    end = static_cast<std::uint32_t>(next.end);
    character = next.character;
    kind = classify(character); // bytes that are not UTF-8 separate words
    if (kind != CharacterClass::hangul || is_hangul_syllable(character)) return;
    auto const behind = end < text.size() ? decode(text, end).character : Decoded::invalid;
    if (separates(character, before, behind)) kind = CharacterClass::separator;
  }
  void advance() { read_at(end); }

  /// Goes on to the last of the ASCII letters that follow, at which most words end.
  void skip_letters() {
    auto last = begin;
    while (last + 1 < text.size() && is_ascii_letter(text[last + 1]))
      ++last;
    if (last != begin) read_at(last);
  }
};

bool is_alphanumeric(CharacterClass kind) {
  return kind == CharacterClass::letter || kind == CharacterClass::digit;
}

Cursor peek(Cursor const& at) {
  Cursor next = at;
  next.advance();
  return next;
}

/// `1,000`: a comma with a digit before it and exactly three after it.
bool is_thousands_comma(Cursor const& comma, CharacterClass before) {
  if (comma.character != ',' || before != CharacterClass::digit) return false;
  Cursor digit = comma;
  for (int i = 0; i < 3; ++i) {
    digit.advance();
    if (digit.kind != CharacterClass::digit) return false;
  }
  digit.advance();
  return !is_alphanumeric(digit.kind);
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == right_single_quote;
}

char joint_of(char32_t c) {
  switch (c) {
  case '.':
  case '_':
  case '-':
  case '/':
  case '@':
  case '&': return static_cast<char>(c);
  case non_breaking_hyphen: return '-';
  default: return 0;
  }
}

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

/// Where the word at `begin` ends, if it is plain and a separator that ends words follows: most
/// words of English. 0 if not.
std::uint32_t end_of_plain_word(std::string_view text, std::uint32_t begin) {
  auto const first = text[begin];
  if (!is_small_letter(first) && (first < 'A' || first > 'Z')) return 0;
  auto end = begin + 1;
  while (end < text.size() && is_small_letter(text[end]))
    ++end;
  if (end == text.size()) return end;
  auto const behind = end + 1 < text.size() ? text[end + 1] : ' ';
  bool const ends = text[end] == '.' ? behind == ' ' || behind == '\n'
                                     : ends_words[static_cast<unsigned char>(text[end])];
  return ends ? end : 0;
}

/// Reads one run of letters and digits.
Run read_letters(Cursor& at) {
  Run run{.script = CharacterClass::letter, .begin = at.begin};
  if (auto const end = end_of_plain_word(at.text, at.begin); end != 0) {
    run.end = run.stem_end = end;
    run.is_plain = true;
    at.read_at(end + 1); // the separator is no joint
    return run;
  }
  std::uint32_t possessive = 0;
  auto before = CharacterClass::separator;
  for (;; at.advance()) {
    if (is_alphanumeric(at.kind)) {
      at.skip_letters();
      before = at.kind;
    } else if (is_apostrophe(at.character)) {
      Cursor const next = peek(at);
      if (next.kind != CharacterClass::letter) break;
      bool const ends_in_s = next.character == 's' || next.character == 'S';
      // If another apostrophe follows, the first one was not a possessive.
      possessive = ends_in_s && !is_alphanumeric(peek(next).kind) ? at.begin : 0;
    } else if (at.kind != CharacterClass::extension && !is_thousands_comma(at, before)) {
      break;
    }
  }
  run.end = at.begin;
  run.stem_end = possessive != 0 ? possessive : run.end;
  return run;
}

/// `++`, `+` or `#` directly after a name, as in C++, C# and Google+. The sign must end the word,
/// or `a+b` would lose its b; digits may follow `++` (C++20).
std::string_view read_sign(Cursor& at) {
  std::uint32_t const begin = at.begin;
  Cursor end = at;
  if (end.character == '#') {
    end.advance();
  } else {
    while (end.character == '+' && end.begin - begin < 2)
      end.advance();
  }
  std::string_view const sign = at.text.substr(begin, end.begin - begin);
  bool const ends_word =
      !is_alphanumeric(end.kind) || (sign == "++" && end.kind == CharacterClass::digit);
  if (sign.empty() || !ends_word || end.character == '+') return {};
  at = end;
  return sign;
}

/// In a bullet list, the dashes are at the beginning of lines.
bool is_option(std::string_view text, std::size_t begin) {
  if (begin < 3 || text[begin - 1] != '-' || text[begin - 2] != ' ') return false;
  return std::string_view(" \t\r\n").find(text[begin - 3]) == std::string_view::npos &&
         classify_ascii(static_cast<unsigned char>(text[begin])) == CharacterClass::letter;
}

Run read_script(Cursor& at) {
  Run run{.script = at.kind, .begin = at.begin};
  CharacterClass const script = at.kind;
  while (at.kind == script || at.kind == CharacterClass::extension)
    at.advance();
  run.end = run.stem_end = at.begin;
  return run;
}

} // namespace

std::vector<Run> segment(std::string_view text) {
  std::vector<Run> runs;
  segment(text, runs);
  return runs;
}

void segment(std::string_view text, std::vector<Run>& runs) {
  runs.clear();
  runs.reserve(text.size() / 6 + 1);
  Cursor at{.text = text};
  at.read_at(0);
  constexpr std::uint32_t nowhere = 0xffffffff;
  std::uint32_t previous_end = nowhere;
  char joint = 0;
  bool dot_before = false;
  while (!at.done()) {
    if (at.kind == CharacterClass::separator || at.kind == CharacterClass::extension) {
      bool const touches_word = at.begin == previous_end;
      joint =
          touches_word && runs.back().script == CharacterClass::letter && runs.back().sign.empty()
              ? joint_of(at.character)
              : '\0';
      Cursor const next = peek(at);
      if (joint != 0 && !is_alphanumeric(next.kind)) joint = 0;
      dot_before = at.character == '.' && !touches_word && next.kind == CharacterClass::letter &&
                   (at.begin == 0 || text[at.begin - 1] != '.');
      at = next;
      continue;
    }
    bool const letters = is_alphanumeric(at.kind);
    Run run = letters ? read_letters(at) : read_script(at);
    run.attached = run.begin == previous_end;
    if (letters) {
      run.joint = joint;
      run.is_option = is_option(text, run.begin);
      if (!run.is_plain && run.stem_end == run.end) run.sign = read_sign(at);
      if (run.sign.empty() && dot_before) run.sign = text.substr(run.begin - 1, 1);
    }
    previous_end = run.is_plain ? run.end : at.begin;
    joint = 0;
    dot_before = false;
    runs.push_back(run);
  }
}

} // namespace recap::text
