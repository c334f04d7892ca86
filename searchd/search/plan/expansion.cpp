// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/expansion.hpp"

#include "index/ranking.hpp"
#include "searchd/search/plan/idf.hpp"
#include "text/ascii.hpp"
#include "text/keys.hpp"
#include "text/stop_words.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace recap::search {
namespace {

/// Words in fewer articles than this may be typing errors, although the index has them.
constexpr double rare = 3;
/// A rare word may be a typing error for a word in this many times as many articles.
constexpr double much_more_frequent = 10;

/// Letters (for Hangul: keys) from which a word may have one and two errors. Shorter words have too
/// many neighbours: `carry` and `harry`, but never `the` and `she`.
constexpr std::size_t letters_for_one = 4;
constexpr std::size_t letters_for_two = 8;
constexpr std::size_t keys_for_one = 5;
constexpr std::size_t keys_for_two = 10;

/// Most corrections of one word, and how much less likely than the best they may be: log(1 +
/// articles) - distance_cost per edit.
constexpr std::size_t most_corrections = 3;
constexpr double distance_cost = 3;
constexpr double bearable_gap = 3;
/// Cost of an error in the first letter, which is seldom wrong.
constexpr double first_key_cost = 1.5;

constexpr std::size_t least_split_letters = 3;
constexpr std::size_t least_split_syllables = 2;
constexpr std::size_t least_joined_letters = 5;

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, text::is_digit);
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::count_if(
      word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

unsigned bearable_errors(Unit const& unit, std::string_view keys) {
  std::size_t const length = unit.hangul ? keys.size() : letters(unit.word);
  if (length < (unit.hangul ? keys_for_one : letters_for_one)) return 0;
  return length < (unit.hangul ? keys_for_two : letters_for_two) ? 1 : 2;
}

bool ends_query(Unit const& unit, std::string_view q) {
  return unit.offset + unit.typed.size() == q.size();
}

std::string with_replaced(std::string q, Unit const& unit, std::string_view by) {
  if (unit.offset + unit.typed.size() <= q.size()) q.replace(unit.offset, unit.typed.size(), by);
  return q;
}

} // namespace

std::vector<Unit> Expansion::units_of(std::string_view word) const {
  return units_of_words(reader_.analyser, word);
}

double Expansion::idf_of(Unit const& unit) const {
  return alternatives_.idf_of(index::stem_term(prefix_of(unit), unit.stem));
}

bool Expansion::is_in_index(Unit const& unit) const {
  return alternatives_.document_frequency(index::word_term(prefix_of(unit), unit.word)) > 0;
}

double Expansion::document_frequency(Unit const& unit) const {
  return alternatives_.document_frequency(index::stem_term(prefix_of(unit), unit.stem));
}

void Expansion::run(Node const& query) {
  if (plan_.words.empty()) return;
  bool const last_is_plain = !query.children.empty() &&
                             query.children.back().kind == Node::Kind::words &&
                             ends_query(plan_.words.back().unit, request_.q);
  if (request_.corrects) join_neighbours();
  for (PlannedUnit& planned : plan_.words) {
    Unit const& unit = planned.unit;
    bool const is_last = last_is_plain && &planned == &plan_.words.back();
    // In a sentence, only an unknown word may be unfinished.
    bool const unfinished = !plan_.is_sentence || document_frequency(unit) == 0;
    if (is_last && request_.completes && unfinished) complete(planned);
    if (unit.field || unit.kind != Unit::Kind::word || !planned.required) continue;
    if (unit.hangul && !plan_.is_sentence) put_noun_first(planned);
    if (unit.hangul) add_particles(planned);
    if (unit.hangul) add_spacing(planned);
    correct(planned, is_last);
  }
  tell_corrections();
}

/// Backwards through q, so that the offsets of earlier words stay valid.
void Expansion::tell_corrections() {
  std::string applied = request_.q;
  std::string likely = request_.q;
  for (auto at = corrections_.rbegin(); at != corrections_.rend(); ++at) {
    likely = with_replaced(std::move(likely), at->unit, at->written);
    if (at->applies) applied = with_replaced(std::move(applied), at->unit, at->written);
  }
  if (applied != request_.q) plan_.corrected = applied;
  if (likely != applied) plan_.did_you_mean = likely;
}

/// `on boarding`, if the index has `onboarding`: the joined word is as good as both.
void Expansion::join_neighbours() {
  auto& words = plan_.words;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    Unit const& first = words[i].unit;
    Unit const& second = words[i + 1].unit;
    bool const plain = !first.field && !second.field && first.kind == Unit::Kind::word &&
                       second.kind == Unit::Kind::word && first.hangul == second.hangul;
    std::string const word = first.word + second.word;
    if (!plain || has_digit(word) || (!first.hangul && letters(word) < least_joined_letters))
      continue;
    auto const units = units_of(word);
    if (units.size() != 1) continue;
    double const joined = document_frequency(units[0]);
    double const apart = std::min(document_frequency(first), document_frequency(second));
    bool const joins = text::is_stop_word(first.word) || text::is_stop_word(second.word);
    if (joined == 0 || (joins && joined <= apart)) continue;
    // Not an alternative of each word: an article with the joined word has both, and scores no more
    // than both; otherwise `open-source` would rank above open source.
    double const idf = idf_of(first) + idf_of(second);
    Alternative const alternative = alternatives_.instead(MatchKind::parts, units, 1, idf);
    for (auto* planned : {&words[i], &words[i + 1]}) {
      planned->alternatives.push_back(alternative);
      for (auto& term : planned->alternatives.back().terms)
        term.weight *= idf_of(planned->unit) / idf;
    }
  }
}

std::vector<Expansion::Replacement> Expansion::similar(Unit const& unit, double with) const {
  auto const keys = text::keys(unit.word);
  unsigned const errors = bearable_errors(unit, keys);
  if (errors == 0) return {};
  struct Candidate {
    std::string word;
    double likelihood;
  };
  std::vector<Candidate> candidates;
  auto nearest = vocabulary_.near(keys, 1);
  // With a free first key, a search for two errors takes 20 times as long (10 ms for 333,000
  // words).
  bool const none =
      std::ranges::none_of(nearest, [](auto const& near) { return near.distance > 0; });
  if (errors > 1 && none)
    nearest = vocabulary_.near(keys, errors, index::Vocabulary::FirstKey::fixed);
  for (auto const& near : nearest) {
    if (near.distance == 0 || has_digit(near.word.text)) continue;
    if (text::is_stop_word(near.word.text)) continue; // they find nothing by themselves
    if (with > 0 && near.word.documents < with * much_more_frequent) continue;
    bool const other_first = near.word.keys.empty() || near.word.keys[0] != keys[0];
    candidates.push_back({std::string(near.word.text), std::log(1.0 + near.word.documents) -
                                                           distance_cost * near.distance -
                                                           (other_first ? first_key_cost : 0)});
  }
  std::ranges::stable_sort(candidates, std::greater(), &Candidate::likelihood);
  std::vector<Replacement> found;
  std::set<std::string> stems{unit.stem};
  for (auto const& [word, likelihood] : candidates) {
    if (found.size() == most_corrections || likelihood < candidates[0].likelihood - bearable_gap)
      break;
    auto units = units_of(word);
    if (units.size() != 1 || !stems.insert(units[0].stem).second) continue;
    // Shows the noun, not the form with a particle that happened to be near.
    std::string const written = units[0].hangul ? units[0].stem : word;
    found.push_back({std::move(units), written});
  }
  return found;
}

std::optional<Expansion::Replacement> Expansion::other_keyboard(Unit const& unit) const {
  auto const word = text::text_of_keys(text::keys_of_other_keyboard(unit.typed));
  auto units = units_of(word);
  if (units.size() != 1 || units[0].hangul == unit.hangul || document_frequency(units[0]) == 0)
    return std::nullopt;
  return Replacement{std::move(units), word};
}

/// Two words of the index whose space is missing; the division whose rarer word is most frequent.
std::optional<Expansion::Replacement> Expansion::split(Unit const& unit) const {
  std::string const& word = unit.hangul ? unit.stem : unit.word;
  std::size_t const least = unit.hangul ? least_split_syllables * 3 : least_split_letters;
  std::optional<Replacement> best;
  double most = 0;
  for (std::size_t at = least; at + least <= word.size(); ++at) {
    if (text::floor_to_character(word, at) != at) continue;
    auto first = units_of(word.substr(0, at));
    auto const second = units_of(word.substr(at));
    if (first.size() != 1 || second.size() != 1) continue;
    double const both = std::min(document_frequency(first[0]), document_frequency(second[0]));
    if (both <= most) continue;
    most = both;
    first.push_back(second[0]);
    best = Replacement{std::move(first), word.substr(0, at) + ' ' + word.substr(at)};
  }
  return best;
}

/// Completions of the word with one error: `monitro` leads to `monitoring`.
std::vector<Expansion::Replacement> Expansion::begun(Unit const& unit) const {
  std::vector<Replacement> found;
  auto const keys = text::keys(unit.word);
  if (bearable_errors(unit, keys) == 0) return found;
  std::set<std::string> stems{unit.stem};
  for (auto const& near : vocabulary_.near_completions(keys, 1, most_corrections)) {
    auto units = units_of(near.word.text);
    if (units.size() == 1 && stems.insert(units[0].stem).second)
      found.push_back({std::move(units), std::string(near.word.text)});
  }
  return found;
}

std::vector<Expansion::Replacement> Expansion::replacements(Unit const& unit, double with,
                                                            bool is_last) const {
  if (with == 0) {
    if (auto other = other_keyboard(unit)) return {std::move(*other)};
  }
  auto found = similar(unit, with);
  if (found.empty() && with == 0) found = apart(unit);
  if (found.empty() && with == 0 && is_last && request_.completes) found = begun(unit);
  return found;
}

std::vector<Expansion::Replacement> Expansion::apart(Unit const& unit) const {
  std::vector<Replacement> found;
  if (auto two = split(unit)) found.push_back(std::move(*two));
  return found;
}

void Expansion::correct(PlannedUnit& planned, bool is_last) {
  Unit const unit = planned.unit;
  double const with = document_frequency(unit);
  bool const completed = is_last && planned.alternatives.size() > 1 &&
                         planned.alternatives.back().kind == MatchKind::prefix;
  bool const under_particle =
      std::ranges::any_of(planned.alternatives, [](Alternative const& alternative) {
        return alternative.kind == MatchKind::particle;
      });
  if (has_digit(unit.word) || completed || under_particle) return;
  // A mistyped word may have the stem of another: busness has that of bus.
  bool const is_written = unit.hangul || is_in_index(unit);
  if (with >= rare && is_written) return;
  bool const other_spacing =
      std::ranges::any_of(planned.alternatives, [](Alternative const& alternative) {
        return alternative.kind == MatchKind::parts;
      });
  if (other_spacing && with > 0) return;
  auto const found = other_spacing ? apart(unit) : replacements(unit, with, is_last);
  if (found.empty()) return;
  bool const applies = with == 0 && request_.corrects;
  corrections_.push_back({.unit = unit, .written = found.front().written, .applies = applies});
  if (!request_.corrects) return;
  double const idf = idf_of(unit);
  for (auto const& [units, written] : found)
    planned.alternatives.push_back(
        alternatives_.instead(MatchKind::typo, units, index::correction_share, idf));
}

} // namespace recap::search
