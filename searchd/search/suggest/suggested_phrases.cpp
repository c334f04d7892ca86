// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/suggested_phrases.hpp"

#include "index/record.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/show/highlight.hpp"
#include "text/typed.hpp"

#include <algorithm>
#include <array>

namespace recap::search {
namespace {

using index::Phrase;
using index::PhraseKind;
using By = index::Phrases::By;

/// Articles compared to find the newest with a heading. There may be a million with `Introduction`.
constexpr int most_articles_compared = 50;

SuggestionKind kind_of(PhraseKind kind) {
  switch (kind) {
  case PhraseKind::title: return SuggestionKind::title;
  case PhraseKind::topic: return SuggestionKind::topic;
  case PhraseKind::author: return SuggestionKind::author;
  case PhraseKind::heading: break;
  }
  return SuggestionKind::heading;
}

/// The bytes of `text` that correspond to `keys`; empty if no word begins with them.
Span typed_part(std::string_view text, std::string_view keys, By by) {
  auto const typed = text::typed(text);
  bool const by_initials = by == By::initials;
  std::string_view const all = by_initials ? typed.initials : typed.keys;
  for (auto const& word : typed.words) {
    std::size_t const begin = by_initials ? word.initial : word.key;
    if (!all.substr(begin).starts_with(keys)) continue;
    std::size_t const last = begin + keys.size() - 1;
    auto const key = [&](std::size_t at) { return by_initials ? typed.initial_keys[at] : at; };
    return {.begin = typed.begins[key(begin)], .end = typed.ends[key(last)], .unit = 0};
  }
  return {};
}

/// The newest of the articles that have the phrase; nullopt if there is none.
std::optional<index::Record> article_with(Snapshot const& snapshot, Reader& reader,
                                          Phrase const& phrase) {
  auto const& database = reader.database;
  auto const& dates = snapshot.column(index::FieldId::date);
  auto const term = index::phrase_term(phrase.kind, phrase.text, phrase.day);
  std::string_view newest;
  Xapian::docid best = 0;
  int compared = 0;
  auto const end = database.postlist_end(term);
  for (auto at = database.postlist_begin(term); at != end; ++at) {
    auto const days = dates.of(*at);
    std::string_view const day =
        days.empty() ? std::string_view() : std::string_view(dates.dictionary()[days.front()]);
    if (best == 0 || day > newest) {
      newest = day;
      best = *at;
    }
    if (++compared == most_articles_compared) break;
  }
  if (best == 0) return std::nullopt;
  return reader.record(best);
}

/// A title longer than its term was cut there.
std::string whole_title(index::Record const& article, std::string_view beginning) {
  if (article.title.starts_with(beginning)) return article.title;
  for (auto const& alias : article.aliases) {
    if (alias.starts_with(beginning)) return alias;
  }
  return std::string(beginning);
}

void add_place(Suggestion& suggestion, index::Record const& article) {
  suggestion.id = article.id;
  suggestion.url = article.url;
  if (suggestion.kind == SuggestionKind::title) {
    suggestion.text = whole_title(article, suggestion.text);
    return;
  }
  for (auto const& section : article.sections) {
    if (!section.heading.starts_with(suggestion.text)) continue;
    suggestion.text = section.heading;
    if (!article.url.empty() && !section.anchor.empty()) suggestion.url += '#' + section.anchor;
    return;
  }
}

} // namespace

std::vector<Phrase> phrases_beginning(index::Phrases const& phrases, std::string_view keys,
                                      std::size_t most, By by) {
  std::vector<Phrase> found;
  for (auto const kind :
       {PhraseKind::title, PhraseKind::topic, PhraseKind::author, PhraseKind::heading}) {
    auto const some = phrases.beginning(kind, keys, most, by);
    found.insert(found.end(), some.begin(), some.end());
  }
  if (by == By::keys) {
    std::ranges::stable_partition(
        found, [&](Phrase const& phrase) { return phrase.keys.starts_with(keys); });
  }
  return found;
}

Suggestion suggestion_of(Snapshot const& snapshot, Reader& reader, Phrase const& phrase,
                         std::string_view keys, By by) {
  Suggestion suggestion{
      .kind = kind_of(phrase.kind), .text = std::string(phrase.text), .count = phrase.documents};
  bool const has_place = phrase.kind == PhraseKind::title || phrase.kind == PhraseKind::heading;
  if (has_place) {
    if (auto const article = article_with(snapshot, reader, phrase))
      add_place(suggestion, *article);
  }
  auto const part = typed_part(suggestion.text, keys, by);
  suggestion.text_html =
      highlighted(suggestion.text, part.end > part.begin ? std::vector{part} : std::vector<Span>{},
                  Highlight::mark);
  return suggestion;
}

} // namespace recap::search
