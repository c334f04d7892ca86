// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/analyser.hpp"

#include "text/ascii.hpp"
#include "text/hangul.hpp"
#include "text/inner_words.hpp"
#include "text/segmenter.hpp"
#include "text/unicode.hpp"
#include "text/word_forms.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace recap::text {
namespace {

/// Longer compounds are found only by their parts: addresses, paths, tables of dashes.
constexpr std::size_t most_parts = 8;

/// True for `word`, `Word` and `2024`: folding changes only the case, and there are no inner words.
bool is_plain_word(std::string_view word) {
  auto const is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (word.empty()) return false;
  if (is_digit(word[0])) return std::ranges::all_of(word.substr(1), is_digit);
  bool const begins = is_small(word[0]) || (word[0] >= 'A' && word[0] <= 'Z');
  return begins && std::ranges::all_of(word.substr(1), is_small);
}

/// How loosely a joint binds: `a_b` and `a-b` become one word before `a.b`, and that before `a/b`.
int looseness(char joint) {
  switch (joint) {
  case '_':
  case '-': return 1;
  case '.': return 2;
  default: return 3;
  }
}

} // namespace

struct Analyser::State {
  WordForms forms;

  std::string_view text;
  std::vector<Token> tokens;
  std::uint32_t position = 0;
  WantedStems const* wanted = nullptr; ///< of analyse_for(); null = all
  std::vector<Run> runs;

  void add_letters(std::span<Run const> chain);
  void add_compounds(std::span<Run const> chain, std::size_t index);
  [[nodiscard]] bool is_passed_over(Run const& run) const;
  void add_part(Run const& run);
  void add_inside(Run const& run);
  void add_hangul(Run const& run);
  void add_cjk(Run const& run);
  [[nodiscard]] std::string joined(std::span<Run const> parts) const;
  std::string const& stem_of(std::string const& word);
};

std::string const& Analyser::State::stem_of(std::string const& word) {
  if (wanted != nullptr && !wanted->may_be(word)) return word;
  return forms.stem(word);
}

/// Drops the joints, so that `front-end` equals `frontend`; but not between digits, because 1.81 is
/// not 181.
std::string Analyser::State::joined(std::span<Run const> parts) const {
  std::string word;
  for (Run const& part : parts) {
    std::string const next = forms.letters(text.substr(part.begin, part.stem_end - part.begin));
    bool const between_digits =
        !word.empty() && !next.empty() && is_digit(word.back()) && is_digit(next.front());
    if (between_digits) word += part.joint;
    word += next;
    if (word.size() > longest_word_bytes) return {};
  }
  return word;
}

/// Adds the compounds that begin at part `index`, longest first: for `asyncio.create_task` all
/// three parts as one word, then `create_task`.
void Analyser::State::add_compounds(std::span<Run const> chain, std::size_t index) {
  constexpr int loosest = 3;
  std::size_t last_length = 0;
  for (int level = loosest; level >= 1; --level) {
    bool const begins_here = index == 0 || looseness(chain[index].joint) > level;
    if (!begins_here) continue;
    std::size_t end = index + 1;
    while (end < chain.size() && looseness(chain[end].joint) <= level)
      ++end;
    std::size_t const length = end - index;
    if (length < 2 || length > most_parts || length == last_length) continue;
    last_length = length;
    auto const parts = chain.subspan(index, length);
    std::string word = joined(parts);
    if (word.empty()) continue;
    std::string stem = stem_of(word);
    tokens.push_back({.kind = TokenKind::compound,
                      .position = position,
                      .begin = parts.front().begin,
                      .end = parts.back().end,
                      .stem_end = parts.back().stem_end,
                      .parts = static_cast<std::uint32_t>(length),
                      .word = std::move(word),
                      .stem = std::move(stem)});
  }
}

/// True if nobody searches for a word with these first letters.
bool Analyser::State::is_passed_over(Run const& run) const {
  if (wanted == nullptr || !run.sign.empty()) return false;
  auto const word = text.substr(run.begin, run.stem_end - run.begin);
  return !wanted->may_be(word) && (run.is_plain || is_plain_word(word));
}

void Analyser::State::add_part(Run const& run) {
  if (is_passed_over(run)) {
    ++position;
    return;
  }
  std::string word = forms.letters(text.substr(run.begin, run.stem_end - run.begin));
  if (word.empty()) return;
  if (!run.sign.empty() && word.size() + run.sign.size() <= longest_word_bytes) {
    bool const leading = run.sign == ".";
    auto const sign_bytes = static_cast<std::uint32_t>(run.sign.size());
    std::string name = leading ? '.' + word : word + std::string(run.sign);
    tokens.push_back({.kind = TokenKind::compound,
                      .position = position,
                      .begin = leading ? run.begin - 1 : run.begin,
                      .end = leading ? run.end : run.end + sign_bytes,
                      .stem_end = leading ? run.end : run.end + sign_bytes,
                      .word = name,
                      .stem = name});
  }
  std::string stem = stem_of(word);
  tokens.push_back({.kind = TokenKind::word,
                    .position = position++,
                    .begin = run.begin,
                    .end = run.end,
                    .stem_end = run.stem_end,
                    .is_option = run.is_option,
                    .word = std::move(word),
                    .stem = std::move(stem)});
  add_inside(run);
}

void Analyser::State::add_inside(Run const& run) {
  std::string_view const raw = text.substr(run.begin, run.stem_end - run.begin);
  if (raw.size() > longest_word_bytes) return;
  for (InnerWord const& inner : inner_words(raw)) {
    if (!inner.is_telling) continue;
    std::string word = forms.letters(raw.substr(inner.begin, inner.end - inner.begin));
    if (word.empty()) continue;
    std::string stem = stem_of(word);
    auto const end = run.begin + static_cast<std::uint32_t>(inner.end);
    tokens.push_back({.kind = TokenKind::compound,
                      .position = position - 1,
                      .begin = run.begin + static_cast<std::uint32_t>(inner.begin),
                      .end = end,
                      .stem_end = end,
                      .word = std::move(word),
                      .stem = std::move(stem)});
  }
}

void Analyser::State::add_letters(std::span<Run const> chain) {
  if (chain.size() == 1) return add_part(chain[0]);
  for (std::size_t i = 0; i < chain.size(); ++i) {
    add_compounds(chain, i);
    add_part(chain[i]);
  }
}

void Analyser::State::add_hangul(Run const& run) {
  std::string_view const raw = text.substr(run.begin, run.end - run.begin);
  std::string word = forms.hangul(raw);
  if (word.empty()) return;
  bool const as_written = raw.starts_with(word);
  if (run.attached && is_particle(word)) return;
  auto const end_of = [&](std::size_t length) {
    if (length == word.size()) return run.end;
    return run.begin +
           (as_written ? static_cast<std::uint32_t>(length) : end_of_syllable(raw, length / 3));
  };
  NounLengths const lengths = noun_lengths(word, run.attached ? 1 : 2);
  tokens.push_back({.kind = TokenKind::hangul,
                    .position = position++,
                    .begin = run.begin,
                    .end = run.end,
                    .stem_end = end_of(lengths.noun),
                    .word = word,
                    .stem = word.substr(0, lengths.noun)});
  if (lengths.longer_noun == 0) return;
  std::string longer = word.substr(0, lengths.longer_noun);
  std::uint32_t const end = end_of(lengths.longer_noun);
  tokens.push_back({.kind = TokenKind::compound,
                    .position = position - 1,
                    .begin = run.begin,
                    .end = end,
                    .stem_end = end,
                    .word = longer,
                    .stem = longer});
}

/// Such a run may be a whole clause, so it is cut into several words instead of shortened.
void Analyser::State::add_cjk(Run const& run) {
  std::uint32_t begin = run.begin;
  while (begin < run.end) {
    std::string_view const rest = text.substr(begin, run.end - begin);
    auto const length = static_cast<std::uint32_t>(floor_to_character(rest, longest_word_bytes));
    std::string word = forms.cjk(rest.substr(0, length));
    std::uint32_t const end = begin + length;
    if (!word.empty()) { // variation selectors alone fold to an empty word
      tokens.push_back({.kind = TokenKind::cjk,
                        .position = position++,
                        .begin = begin,
                        .end = end,
                        .stem_end = end,
                        .word = word,
                        .stem = word});
    }
    begin = end;
  }
}

Analyser::Analyser()
    : state_(std::make_unique<State>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

std::vector<Token> Analyser::analyse(std::string_view text, std::uint32_t first_position) {
  State& state = *state_;
  state.text = text;
  state.tokens.clear();
  state.position = first_position;
  auto& runs = state.runs;
  segment(text, runs);
  if (state.wanted == nullptr) state.tokens.reserve(runs.size() + runs.size() / 8);
  for (std::size_t i = 0; i < runs.size();) {
    std::size_t end = i + 1;
    switch (runs[i].script) {
    case CharacterClass::hangul: state.add_hangul(runs[i]); break;
    case CharacterClass::cjk: state.add_cjk(runs[i]); break;
    default:
      while (end < runs.size() && runs[end].joint != 0)
        ++end;
      state.add_letters(std::span(runs).subspan(i, end - i));
    }
    i = end;
  }
  return std::move(state.tokens);
}

std::vector<Token> Analyser::analyse_for(std::string_view text, WantedStems const& wanted) {
  state_->wanted = &wanted;
  auto tokens = analyse(text);
  state_->wanted = nullptr;
  return tokens;
}

std::uint32_t Analyser::next_position(std::vector<Token> const& tokens,
                                      std::uint32_t first_position) {
  return tokens.empty() ? first_position : tokens.back().position + 1;
}

std::vector<std::string_view> bigrams(std::string_view word) {
  std::vector<std::string_view> pairs;
  if (word.empty()) return pairs;
  std::size_t first = 0;
  std::size_t second = decode(word, 0).end;
  while (second < word.size()) {
    std::size_t const end = decode(word, second).end;
    pairs.push_back(word.substr(first, end - first));
    first = std::exchange(second, end);
  }
  return pairs;
}

} // namespace recap::text
