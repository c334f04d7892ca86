// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranking.hpp"
#include "searchd/search/match/idf.hpp"
#include "searchd/search/plan/expansion.hpp"
#include "text/hangul.hpp"

#include <algorithm>
#include <array>

namespace recap::search {

/// The index keeps a noun of one syllable together with its particles, so 앱, 앱을 and 앱에서 must
/// match each other. 결 matches 결과 only if the index also has 결 or 결은.
void Expansion::add_particles(PlannedUnit& planned) const {
  Unit const unit = planned.unit;
  constexpr std::size_t syllable = 3;
  std::string_view const noun =
      unit.stem.size() == syllable ? unit.stem : text::noun_of_one_syllable(unit.word).value_or("");
  if (noun.empty()) return;
  std::vector<Unit> forms;
  bool is_noun = false;
  double together = document_frequency(unit);
  auto candidates = text::under_particles(noun);
  candidates.emplace_back(noun);
  for (auto const& candidate : candidates) {
    auto const units = units_of(candidate);
    double const with = units.size() == 1 ? document_frequency(units[0]) : 0;
    if (with == 0) continue;
    is_noun = is_noun || candidate == noun || text::noun_of_one_syllable(candidate);
    if (units[0].stem == unit.stem) continue;
    forms.push_back(units[0]);
    together += with;
  }
  if (!is_noun) return;
  double const all = reader_.articles();
  double const most_idf = idf(all, std::min(all, together));
  for (Unit& form : forms) {
    form.is_syllable = true;
    planned.alternatives.push_back(
        alternatives_.instead(MatchKind::particle, {form}, index::particle_share, most_idf));
  }
}

/// The noun that a word may be although it ends like one with a particle: the word itself
/// (마이크로), or what is left of it without a second particle (호랑이 of 호랑이가). Empty for
/// none.
std::string Expansion::longer_noun(Unit const& unit) const {
  std::string const& word = unit.word;
  if (unit.stem.size() >= word.size()) return {};
  bool const whole = text::may_end_noun(word.substr(unit.stem.size()));
  auto const noun = word.substr(0, whole ? word.size() : text::noun_lengths(word).longer_noun);
  return has_word(noun) ? noun : std::string();
}

bool Expansion::has_word(std::string const& word) const {
  return alternatives_.document_frequency(index::word_term({}, word)) > 0;
}

/// Particles that mark a subject or an object follow only nouns and the particle 만: 고양이를,
/// never 서버의를.
bool Expansion::stands_as_noun(std::string const& word) const {
  constexpr auto marks = std::to_array<std::string_view>({"을", "를", "이", "가"});
  return !word.ends_with("만") && std::ranges::any_of(marks, [&](std::string_view mark) {
    return has_word(word + std::string(mark));
  });
}

/// Puts the noun 마이크로 first, and 마이크 below it. Next to other words, an article must show
/// that 마이크로 is a noun, because the words may be a question: 대구의 시청은 어디인가.
void Expansion::put_noun_first(PlannedUnit& planned) const {
  auto const longer = longer_noun(planned.unit);
  Alternative& stripped = planned.alternatives.front();
  bool const is_noun = !longer.empty() && (plan_.words.size() == 1 || stands_as_noun(longer));
  if (!is_noun || stripped.kind != MatchKind::word) return;
  Alternative noun = stripped;
  noun.unit.word = noun.unit.stem = longer;
  noun.as_written.reset();
  auto const term = index::word_term({}, longer);
  noun.terms = {{term, alternatives_.idf_of(term)}};
  stripped.kind = MatchKind::particle;
  stripped.as_written.reset();
  for (auto& one : stripped.terms)
    one.weight *= index::stripped_noun_share;
  planned.alternatives.insert(planned.alternatives.begin(), std::move(noun));
}

/// 오픈소스 for 오픈 소스: Korean compounds are written either way.
void Expansion::add_spacing(PlannedUnit& planned) {
  Unit const unit = planned.unit;
  constexpr std::size_t syllable = 3;
  for (std::size_t at = 2 * syllable; at + 2 * syllable <= unit.stem.size(); at += syllable) {
    auto const first = units_of(unit.stem.substr(0, at));
    auto const second = units_of(unit.stem.substr(at));
    if (first.size() != 1 || second.size() != 1) continue;
    if (document_frequency(first[0]) == 0 || document_frequency(second[0]) == 0) continue;
    double const idf = idf_of(unit);
    planned.alternatives.push_back(
        alternatives_.instead(MatchKind::parts, {first[0], second[0]}, 1, idf));
  }
}

} // namespace recap::search
