// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/expansion.hpp"

#include "index/ranking.hpp"
#include "searchd/search/match/idf.hpp"
#include "searchd/search/query/stop_word_list.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace recap::search {
namespace {

/// Words in fewer articles than this may be typing errors, although the index has them.
constexpr double rare = 3;
/// Two short words often make an unrelated one: `do` and `or`.
constexpr std::size_t least_joined_letters = 5;

/// Ignores the apostrophe of a genitive.
bool has_apostrophe(std::string_view typed) {
  for (std::string_view const genitive : {"'s", "\u2019s"}) {
    if (typed.ends_with(genitive)) typed.remove_suffix(genitive.size());
  }
  return typed.find('\'') != std::string_view::npos ||
         typed.find("\u2019") != std::string_view::npos;
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
  if (likely != applied) plan_.did_you_mean = likely;
  if (applied == request_.q) return;
  plan_.corrected = applied;
  std::size_t longer = 0; // wraps around if the text shrinks
  for (auto const& [unit, written, applies] : corrections_) {
    if (!applies) continue;
    auto const begin = unit.offset + longer;
    plan_.corrected_words.push_back(
        {.begin = begin, .end = begin + written.size(), .typed = unit.typed});
    longer += written.size() - unit.typed.size();
  }
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
    if (!plain || text::has_digit(word) ||
        (!first.hangul && text::characters(word) < least_joined_letters))
      continue;
    auto const units = units_of(word);
    if (units.size() != 1) continue;
    double const joined = document_frequency(units[0]);
    double const apart = std::min(document_frequency(first), document_frequency(second));
    auto const& stop_words = *reader_.levers.stop_words;
    // A stop word precedes other words by chance, so the joined word must be more frequent.
    bool const joins = stop_words.has(first.word) || stop_words.has(second.word);
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

void Expansion::correct(PlannedUnit& planned, bool is_last) {
  Unit const unit = planned.unit;
  double const with = document_frequency(unit);
  bool const completed = is_last && planned.alternatives.size() > 1 &&
                         planned.alternatives.back().kind == MatchKind::prefix;
  bool const under_particle =
      std::ranges::any_of(planned.alternatives, [](Alternative const& alternative) {
        return alternative.kind == MatchKind::particle;
      });
  // A mistyped contraction (`dosn't`) leaves no word to correct.
  bool const is_right = text::has_digit(unit.word) || reader_.levers.stop_words->has(unit.word) ||
                        has_apostrophe(unit.typed);
  if (is_right || completed || under_particle) return;
  // A mistyped word may have the stem of another: busness has that of bus.
  bool const is_written = unit.hangul || is_in_index(unit);
  if (with >= rare && is_written) return;
  bool const other_spacing =
      std::ranges::any_of(planned.alternatives, [](Alternative const& alternative) {
        return alternative.kind == MatchKind::parts;
      });
  if (other_spacing && with > 0) return;
  auto const found = other_spacing ? meant_.apart(unit) : meant_.of(unit, with, is_last);
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
