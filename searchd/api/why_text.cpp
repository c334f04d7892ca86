// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/why_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>

namespace recap::api {
namespace {

constexpr std::size_t most_words = 8; // nobody reads more

using search::ReasonKind;

template <typename Name>
struct Row {
  Name name;
  std::string_view text;
};

constexpr auto places = std::to_array<Row<std::string_view>>({
    {"title", "in the title"},
    {"topic", "among its topics"},
    {"series", "in the name of its series"},
    {"author", "in the name of its author"},
    {"heading", "in a heading"},
    {"body", "in the text"},
});

/// The words between the word of the article and that of the query; other kinds need none.
constexpr auto relations = std::to_array<Row<ReasonKind>>({
    {ReasonKind::stem, "a form of"},
    {ReasonKind::particle, "a form of"},
    {ReasonKind::inside, "in a word longer than"},
    {ReasonKind::parts, "for"},
    {ReasonKind::prefix, "which begins like"},
    {ReasonKind::typo, "for"},
    {ReasonKind::synonym, "the same as"},
});

template <typename Name, std::size_t N>
std::string_view text_of(std::array<Row<Name>, N> const& rows, std::type_identity_t<Name> name) {
  auto const row = std::ranges::find(rows, name, &Row<Name>::name);
  return row != rows.end() ? row->text : std::string_view();
}

std::string in_quotes(std::string_view word) {
  return std::string("“").append(word).append("”");
}

std::string joined(std::vector<std::string> const& items) {
  std::string list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) list += i + 1 == items.size() ? " and " : ", ";
    list += items[i];
  }
  return list;
}

std::string worded(search::Reason const& reason) {
  auto const relation = text_of(relations, reason.kind);
  bool const is_unknown_form = reason.matched.empty() && reason.kind == ReasonKind::stem;
  if (is_unknown_form) return std::string(relation) + ' ' + in_quotes(reason.word);
  auto const& shown = reason.matched.empty() ? reason.word : reason.matched;
  if (relation.empty() || shown == reason.word) return in_quotes(shown);
  return in_quotes(shown) + " (" + std::string(relation) + " " + in_quotes(reason.word) + ")";
}

} // namespace

std::vector<search::Reason> shown_words(std::vector<search::Reason> const& reasons) {
  auto words = reasons;
  std::erase_if(words, [](search::Reason const& reason) { return reason.word.empty(); });
  // Joined with others, as "on" in "on boarding", one is a reason.
  auto const is_stop_word = [](search::Reason const& reason) {
    return reason.kind != ReasonKind::parts && reason.is_stop_word;
  };
  if (!std::ranges::all_of(words, is_stop_word)) std::erase_if(words, is_stop_word);
  if (words.size() > most_words) words.resize(most_words);
  return words;
}

std::string why_text(std::vector<search::Reason> const& reasons) {
  struct Place {
    std::string_view name;
    std::vector<std::string> words;
  };
  std::vector<Place> found;
  for (auto const& reason : shown_words(reasons)) {
    auto const place = text_of(places, reason.field);
    if (place.empty()) continue;
    auto known = std::ranges::find(found, place, &Place::name);
    if (known == found.end()) known = found.insert(known, {place, {}});
    std::string word = worded(reason);
    if (std::ranges::find(known->words, word) == known->words.end())
      known->words.push_back(std::move(word));
  }
  if (found.empty()) return {};
  std::vector<std::string> clauses;
  clauses.reserve(found.size());
  for (Place const& place : found)
    clauses.push_back(joined(place.words) + ' ' + std::string(place.name));
  return "It has " + joined(clauses) + '.';
}

} // namespace recap::api
