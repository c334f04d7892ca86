// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/suggest.hpp"

#include "searchd/search/suggest/existence_check.hpp"
#include "searchd/search/suggest/suggested_phrases.hpp"
#include "searchd/search/suggest/suggested_words.hpp"
#include "text/keys.hpp"
#include "text/typed.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace recap::search {
namespace {

using By = index::Phrases::By;

/// Keys from which the other keyboard mode is considered; fewer are not a syllable.
constexpr std::size_t least_keys_of_other_mode = 3;

/// Keys from which one error is considered, and two. Other engines have similar rules for prefixes
/// (4 to 5 and 8 to 9 letters).
constexpr std::size_t least_keys_with_slip = 4;
constexpr std::size_t least_keys_with_two_slips = 8;

class Collector {
public:
  Collector(Snapshot const& snapshot, Reader& reader, ExistenceCheck const& existence,
            SuggestRequest const& request)
      : snapshot_(snapshot)
      , reader_(reader)
      , existence_(existence)
      , limit_(request.limit) {}

  [[nodiscard]] std::size_t room() const { return limit_ - list_.size(); }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] std::vector<Suggestion> take() { return std::move(list_); }

  void add_phrases(std::string_view keys, By by) {
    if (room() == 0 || keys.empty()) return;
    std::size_t const most_of_a_kind = (limit_ + 1) / 2;
    std::array<std::size_t, index::phrase_kinds> taken{};
    std::vector<index::Phrase> first;
    std::vector<index::Phrase> later;
    std::set<std::string_view> alike;
    for (auto const& phrase : phrases_beginning(snapshot_.phrases(), keys, limit_, by)) {
      if (seen_.contains(std::string(phrase.keys)) || !alike.insert(phrase.keys).second) continue;
      auto& of_kind = taken[static_cast<std::size_t>(phrase.kind)];
      (of_kind < most_of_a_kind ? first : later).push_back(phrase);
      ++of_kind;
    }
    first.insert(first.end(), later.begin(), later.end());
    for (auto const& phrase : first) {
      if (room() == 0) break;
      seen_.emplace(phrase.keys);
      auto suggestion = suggestion_of(snapshot_, reader_, phrase, keys, by);
      if (leads_somewhere(suggestion)) list_.push_back(std::move(suggestion));
    }
  }

  void add_words(std::vector<Suggestion> words) {
    for (auto& word : words) {
      if (room() == 0) return;
      if (seen_.insert(text::typed(word.text).keys).second) list_.push_back(std::move(word));
    }
  }

private:
  /// The article of a phrase has its words. A search for the phrase finds nothing if it happens to
  /// contain operators, or perhaps if it was cut within its last word.
  [[nodiscard]] bool leads_somewhere(Suggestion const& phrase) const {
    constexpr std::size_t longest_character = 4;
    bool const may_be_cut = phrase.text.size() + longest_character > index::longest_phrase_bytes;
    return (!may_be_cut && existence_.is_words(phrase.text)) || existence_.finds(phrase.text);
  }

  Snapshot const& snapshot_;
  Reader& reader_;
  ExistenceCheck const& existence_;
  std::size_t limit_;
  std::vector<Suggestion> list_;
  std::set<std::string> seen_; ///< keys of the suggestions so far
};

/// Near matches of the last word: words, and phrases with them.
void add_nearly(Collector& collector, Snapshot const& snapshot, WordCompleter& completer) {
  auto const& keys = completer.last_word_keys();
  if (keys.size() < least_keys_with_slip) return;
  unsigned const slips = keys.size() < least_keys_with_two_slips ? 1 : 2;
  std::vector<index::Word> words;
  for (auto const& [word, distance] :
       snapshot.vocabulary().near_completions(keys, slips, collector.room()))
    words.push_back(word);
  for (auto const& word : words)
    collector.add_phrases(completer.keys_before() + std::string(word.keys), By::keys);
  collector.add_words(completer.beginning_nearly(words));
}

} // namespace

std::string_view name_of(SuggestionKind kind) {
  switch (kind) {
  case SuggestionKind::title: return "title";
  case SuggestionKind::topic: return "topic";
  case SuggestionKind::author: return "author";
  case SuggestionKind::heading: return "heading";
  case SuggestionKind::word: break;
  }
  return "word";
}

Suggestions suggestions_for(Snapshot const& snapshot, Reader& reader, SuggestRequest const& request,
                            QueryLimits const& limits) {
  Suggestions result;
  result.generation = snapshot.manifest().generation;
  auto const typed = text::typed(request.q);
  if (typed.keys.empty() || request.limit == 0) return result;
  ExistenceCheck const existence(reader, limits);
  Collector collector(snapshot, reader, existence, request);
  WordCompleter completer(snapshot, reader, existence, request.q, typed);
  auto const& last = completer.last_word_keys();

  collector.add_phrases(typed.keys, By::keys);
  collector.add_words(completer.beginning(last, collector.room()));

  // The initials of several words may be typed with or without spaces.
  std::string const last_text = text::text_of_keys(last);
  if (text::is_initials(text::text_of_keys(typed.keys))) {
    collector.add_phrases(typed.keys, By::initials);
    collector.add_words(completer.with_initials(last_text, collector.room()));
  }

  if (collector.room() > 0 && typed.keys.size() >= least_keys_of_other_mode) {
    auto const other = text::typed(text::text_of_keys(text::keys_of_other_keyboard(request.q)));
    collector.add_phrases(other.keys, By::keys);
    if (completer.keys_before().empty())
      collector.add_words(completer.beginning(other.keys, collector.room()));
  }

  if (collector.empty() && completer.has_last_word()) add_nearly(collector, snapshot, completer);
  result.suggestions = collector.take();
  return result;
}

} // namespace recap::search
