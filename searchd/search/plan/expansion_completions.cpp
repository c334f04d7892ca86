// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranking.hpp"
#include "searchd/search/match/idf.hpp"
#include "searchd/search/plan/expansion.hpp"
#include "searchd/search/query/stop_word_list.hpp"
#include "text/inner_words.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace recap::search {
namespace {

/// Most completions: all of a longer prefix, the most frequent of a shorter one.
constexpr std::size_t most_completions = 48;

/// Approximate limit of the postings of completions. For one letter, 48 words take 8.3 ms, p99 21,
/// in 600,000 sentences of Wikipedia; this many postings take 3.6, p99 8.
constexpr double most_completion_postings = 100'000;

/// Words of a field to examine when choosing the most frequent of them.
constexpr std::size_t most_field_completions = 500;

/// Most completions of the last part of a name; each must be adjacent to the other parts. For a
/// single key, which begins many words, the limit is most_completions, unless the previous words
/// are stop words: after `and-in-`, that many would take 80 ms in 5,000 articles.
constexpr std::size_t most_last_parts = 3;

} // namespace

std::vector<index::Word> affordable(std::vector<index::Word> words, double postings,
                                    StopWordList const& stop_words) {
  std::erase_if(words, [&](auto const& word) {
    bool const is_dear = word.documents > postings;
    if (postings <= 0 || (is_dear && stop_words.has(word.text))) return true;
    postings -= word.documents;
    return false;
  });
  return words;
}

void Expansion::complete(PlannedUnit& planned) {
  Unit const unit = planned.unit;
  // A name with a sign is complete: C++ leads to nothing longer.
  bool const is_whole = unit.kind == Unit::Kind::compound && unit.sequence.empty();
  if (is_whole) return;
  if (unit.field) return complete_in_field(planned);
  auto const keys = text::keys(unit.word);
  auto words = text::is_initials(unit.typed)
                   ? vocabulary_.with_initials(unit.word, most_completions)
                   : vocabulary_.completions(keys, most_completions);
  plan_.completions_are_cut = words.size() == most_completions;
  auto const found = words.size();
  words = affordable(std::move(words), most_completion_postings, *reader_.levers.stop_words);
  plan_.completions_are_cut = plan_.completions_are_cut || words.size() < found;
  // Together they weigh like one word in all of their articles, so that a rare completion does not
  // outrank the others.
  double const with = document_frequency(unit);
  double together = with;
  for (auto const& word : words)
    together += word.documents;
  double const all = reader_.articles();
  double const most_idf = idf(all, std::min(all, together));
  std::set<std::string> stems{unit.stem};
  for (auto const& word : words) {
    auto const units = units_of(word.text);
    if (units.size() != 1 || !stems.insert(units[0].stem).second) continue;
    planned.alternatives.push_back(
        alternatives_.instead(MatchKind::prefix, units, index::completion_share, most_idf));
  }
  if (unit.kind == Unit::Kind::compound && words.empty()) complete_last_part(planned);
}

/// The words of the field that begin so, the most frequent ones first. The vocabulary knows words
/// but no fields; it helps with an unfinished syllable, and with initials.
std::vector<std::string> Expansion::words_of_field(Unit const& unit) {
  auto const prefix = prefix_of(unit);
  auto terms = reader_.terms_beginning(index::word_term(prefix, unit.word), most_field_completions);
  plan_.completions_are_cut = terms.size() == most_field_completions;
  if (unit.hangul) {
    auto const keys = text::keys(unit.word);
    auto const words = text::is_initials(unit.typed)
                           ? vocabulary_.with_initials(unit.word, most_completions)
                           : vocabulary_.completions(keys, most_completions);
    for (auto const& word : words)
      terms.push_back(index::word_term(prefix, word.text));
  }
  std::vector<std::pair<double, std::string>> found;
  for (auto& term : std::set<std::string>(terms.begin(), terms.end())) {
    auto const documents = alternatives_.document_frequency(term);
    if (documents > 0) found.emplace_back(-documents, term.substr(prefix.size()));
  }
  std::ranges::sort(found);
  if (found.size() > most_completions) {
    found.resize(most_completions);
    plan_.completions_are_cut = true;
  }
  std::vector<std::string> words;
  for (auto& [documents, word] : found)
    words.push_back(std::move(word));
  return words;
}

void Expansion::complete_in_field(PlannedUnit& planned) {
  Unit const unit = planned.unit;
  if (unit.kind != Unit::Kind::word) return;
  auto const words = words_of_field(unit);
  double together = document_frequency(unit);
  std::vector<Unit> completed;
  std::set<std::string> stems{unit.stem};
  for (auto const& word : words) {
    auto units = units_of(word);
    if (units.size() != 1 || !stems.insert(units[0].stem).second) continue;
    units[0].field = unit.field;
    together += document_frequency(units[0]);
    completed.push_back(std::move(units[0]));
  }
  double const all = reader_.articles();
  double const most_idf = idf(all, std::min(all, together));
  for (auto const& longer : completed) {
    planned.alternatives.push_back(
        alternatives_.instead(MatchKind::prefix, {longer}, index::completion_share, most_idf));
  }
}

/// `good-fi` leads to good first issue, which need not be joined. A number is completed by digits:
/// 1.2.1 leads to 1.2.13, never to 1.2.1st.
void Expansion::complete_last_part(PlannedUnit& planned) {
  Unit longer = planned.unit;
  auto const last = longer.sequence.back();
  auto const keys = text::keys(last);
  bool const names = !std::ranges::all_of(
      longer.sequence.begin(), longer.sequence.end() - 1,
      [this](auto const& word) { return reader_.levers.stop_words->has(word); });
  std::size_t const most = keys.size() == 1 && names ? most_completions : most_last_parts;
  std::size_t added = 0;
  for (auto const& word : vocabulary_.completions(keys, most_completions)) {
    if (text::is_number(last) && !text::is_number(word.text)) continue;
    if (word.text == last) continue;
    longer.sequence.back() = word.text;
    planned.alternatives.push_back(
        alternatives_.sequence(MatchKind::prefix, longer, index::completion_share));
    if (++added == most) break;
  }
}

} // namespace recap::search
