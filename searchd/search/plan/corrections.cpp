// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/corrections.hpp"

#include "index/fields.hpp"
#include "searchd/search/match/best_matches.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/query/stop_word_list.hpp"
#include "text/ascii.hpp"
#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace recap::search {
namespace {

/// A rare word may be a typing error for a word in this many times as many articles.
constexpr double much_more_frequent = 10;

/// Fewest letters (for Hangul: keys) of a word that may have one error, and two. Shorter words have
/// too many neighbours: `harry` may mean `carry`, but `she` never `the`.
constexpr std::size_t letters_for_one = 4;
constexpr std::size_t letters_for_two = 8;
constexpr std::size_t keys_for_one = 5;
constexpr std::size_t keys_for_two = 10;

/// Most corrections of one word, and how much less likely than the best they may be: log(1 +
/// articles) - distance_cost per edit. So one more edit needs 20 (e^3) times as many articles.
constexpr std::size_t most_corrections = 3;
constexpr double distance_cost = 3;
constexpr double bearable_gap = 3;
/// Cost of an error in the first letter, which is seldom wrong.
constexpr double first_key_cost = 1.5;

/// Shorter parts are words by chance.
constexpr std::size_t least_split_letters = 3;
constexpr std::size_t least_split_syllables = 2;
/// Divisions of a word to try, and postings to read for each.
constexpr std::size_t most_divisions = 3;
constexpr std::uint64_t most_division_postings = 200'000;

unsigned bearable_errors(Unit const& unit, std::string_view keys) {
  std::size_t const length = unit.hangul ? keys.size() : text::characters(unit.word);
  if (length < (unit.hangul ? keys_for_one : letters_for_one)) return 0;
  return length < (unit.hangul ? keys_for_two : letters_for_two) ? 1 : 2;
}

} // namespace

std::vector<Unit> Corrections::units_of(std::string_view word) const {
  return units_of_words(reader_.analyser, word);
}

double Corrections::articles(Unit const& unit) const {
  return reader_.document_frequency(index::stem_term({}, unit.stem));
}

std::vector<Replacement> Corrections::similar(Unit const& unit, double with) const {
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
    if (near.distance == 0 || text::has_digit(near.word.text)) continue;
    if (reader_.levers.stop_words->has(near.word.text)) continue; // a stop word alone finds nothing
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

std::optional<Replacement> Corrections::other_keyboard(Unit const& unit) const {
  auto const word = text::text_of_keys(text::keys_of_other_keyboard(unit.typed));
  auto units = units_of(word);
  if (units.size() != 1 || units[0].hangul == unit.hangul || articles(units[0]) == 0)
    return std::nullopt;
  return Replacement{std::move(units), word};
}

/// Two words whose space is missing. Some article must have them side by side, unless they are
/// Korean: otherwise `blockchain` would become `block chain`. Of several divisions, the one whose
/// rarer word is most frequent.
std::optional<Replacement> Corrections::split(Unit const& unit) const {
  std::string const& word = unit.hangul ? unit.stem : unit.word;
  std::size_t const least = unit.hangul ? least_split_syllables * 3 : least_split_letters;
  struct Division {
    double both = 0; ///< document frequency of the rarer word
    Replacement words;
  };
  std::vector<Division> divisions;
  for (std::size_t at = least; at + least <= word.size(); ++at) {
    if (text::floor_to_character(word, at) != at) continue;
    auto units = units_of(word.substr(0, at));
    auto const second = units_of(word.substr(at));
    if (units.size() != 1 || second.size() != 1) continue;
    double const both = std::min(articles(units[0]), articles(second[0]));
    if (both == 0) continue;
    units.push_back(second[0]);
    divisions.push_back(
        {.both = both, .words = {std::move(units), word.substr(0, at) + ' ' + word.substr(at)}});
  }
  std::ranges::stable_sort(divisions, std::greater(), &Division::both);
  divisions.resize(std::min(divisions.size(), most_divisions));
  // Korean is often written without these spaces, so any article with both words will do.
  auto const best = std::ranges::find_if(divisions, [&](Division const& one) {
    return unit.hangul || stand_side_by_side(one.words.units);
  });
  return best == divisions.end() ? std::nullopt : std::optional(std::move(best->words));
}

bool Corrections::stand_side_by_side(std::vector<Unit> const& units) const {
  std::vector<std::string> terms;
  for (Unit const& unit : units)
    terms.push_back(index::word_term({}, unit.word));
  Work work(most_division_postings);
  return first_match(reader_, phrase_clause(std::move(terms), 1), work) != 0;
}

/// Completions of the word with one error: `monitro` leads to `monitoring`.
std::vector<Replacement> Corrections::begun(Unit const& unit) const {
  std::vector<Replacement> found;
  auto const keys = text::keys(unit.word);
  if (bearable_errors(unit, keys) == 0) return found;
  std::set<std::string> stems{unit.stem};
  for (auto const& near : vocabulary_.near_completions(keys, 1, most_corrections)) {
    if (reader_.levers.stop_words->has(near.word.text)) continue;
    auto units = units_of(near.word.text);
    if (units.size() == 1 && stems.insert(units[0].stem).second)
      found.push_back({std::move(units), std::string(near.word.text)});
  }
  return found;
}

std::vector<Replacement> Corrections::of(Unit const& unit, double with, bool is_last) const {
  if (with == 0) {
    if (auto other = other_keyboard(unit)) return {std::move(*other)};
  }
  auto found = similar(unit, with);
  if (found.empty() && with == 0) found = apart(unit);
  if (found.empty() && with == 0 && is_last && completes_) found = begun(unit);
  return found;
}

std::vector<Replacement> Corrections::apart(Unit const& unit) const {
  std::vector<Replacement> found;
  if (auto two = split(unit)) found.push_back(std::move(*two));
  return found;
}

} // namespace recap::search
