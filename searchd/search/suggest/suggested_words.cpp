// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/suggested_words.hpp"

#include "searchd/search/query/stop_word_list.hpp"
#include "searchd/search/show/highlight.hpp"
#include "text/keys.hpp"

#include <algorithm>

namespace recap::search {
namespace {

/// Candidates for each word shown, because some do not occur with the words before.
constexpr std::size_t candidates_per_word = 4;

/// Where the keys of the last word begin: after the last space, because `backend.a` leads to one
/// word. Precondition: `typed` has words.
std::size_t last_word_start(std::string_view text, text::Typed const& typed) {
  std::size_t word = typed.words.size() - 1;
  auto const behind_space = [&] {
    auto const begin = typed.begins[typed.words[word].key];
    return begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t');
  };
  while (word > 0 && !behind_space())
    --word;
  return typed.words[word].key;
}

} // namespace

WordCompleter::WordCompleter(Snapshot const& snapshot, Reader& reader,
                             ExistenceCheck const& existence, std::string_view text,
                             text::Typed const& typed)
    : snapshot_(snapshot)
    , existence_(existence)
    , stop_words_(*reader.levers.stop_words)
    , written_(reader) {
  bool const ends_in_word = !typed.words.empty() && typed.ends.back() == text.size();
  if (!ends_in_word) return;
  auto const start = last_word_start(text, typed);
  last_ = typed.keys.substr(start);
  before_keys_ = typed.keys.substr(0, start);
  before_ = text.substr(0, typed.begins[start]);
}

bool WordCompleter::meets_words_before(std::string const& word) {
  if (before_.empty()) return true;
  if (!is_hopeless_) is_hopeless_ = existence_.is_hopeless(before_);
  return !*is_hopeless_ && existence_.finds(before_ + word);
}

std::optional<std::string> WordCompleter::shown(index::Word const& word) {
  std::string const letters(word.text);
  if (!meets_words_before(letters)) return std::nullopt;
  auto written = written_.of(letters);
  bool const is_joined = written && *written != letters;
  if (is_joined && !existence_.finds(before_ + *written)) return std::nullopt;
  return written;
}

Suggestion WordCompleter::suggestion_of(std::string const& shown, std::uint32_t articles,
                                        std::size_t typed_bytes) const {
  Suggestion suggestion{.kind = SuggestionKind::word, .text = before_ + shown, .count = articles};
  Span const typed{.begin = 0, .end = before_.size() + typed_bytes, .unit = 0};
  suggestion.text_html = highlighted(
      suggestion.text, typed_bytes > 0 ? std::vector{typed} : std::vector<Span>{}, Highlight::mark);
  return suggestion;
}

std::vector<Suggestion> WordCompleter::beginning(std::string_view keys, std::size_t most) {
  std::vector<Suggestion> found;
  if (keys.empty()) return found;
  for (auto const& word : snapshot_.vocabulary().completions(keys, most * candidates_per_word)) {
    if (found.size() == most) break;
    if (stop_words_.has(word.text)) continue;
    auto const shown = this->shown(word);
    if (!shown) continue;
    auto const typed = text::typed(*shown);
    bool const marks = typed.keys.starts_with(keys);
    found.push_back(suggestion_of(*shown, word.documents, marks ? typed.ends[keys.size() - 1] : 0));
  }
  return found;
}

std::vector<Suggestion> WordCompleter::with_initials(std::string_view initials, std::size_t most) {
  std::vector<Suggestion> found;
  std::size_t const keys = text::keys(initials).size();
  for (auto const& word :
       snapshot_.vocabulary().with_initials(initials, most * candidates_per_word)) {
    if (found.size() == most) break;
    auto const shown = this->shown(word);
    if (!shown) continue;
    auto const typed = text::typed(*shown);
    bool const marks = keys > 0 && keys <= typed.initial_keys.size();
    found.push_back(suggestion_of(*shown, word.documents,
                                  marks ? typed.ends[typed.initial_keys[keys - 1]] : 0));
  }
  return found;
}

std::vector<Suggestion> WordCompleter::beginning_nearly(std::vector<index::Word> const& near) {
  std::vector<Suggestion> found;
  for (auto const& word : near) {
    if (auto const shown = this->shown(word))
      found.push_back(suggestion_of(*shown, word.documents, 0));
  }
  return found;
}

} // namespace recap::search
