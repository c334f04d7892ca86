// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_markup.hpp"

#include "text/ascii.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace recap::api {
namespace {

using Json = nlohmann::ordered_json;
using search::Span;

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Bytes of up to `words` words from `begin` on.
std::size_t end_of_words(std::string_view text, std::size_t begin, std::size_t words) {
  std::size_t const limit = std::min(text.size(), begin + words * longest_word_bytes);
  std::size_t at = begin;
  for (std::size_t taken = 0; taken < words && at < limit; ++taken) {
    while (at < limit && text::is_space(text[at]))
      ++at;
    while (at < limit && !text::is_space(text[at]))
      ++at;
  }
  while (at < text.size() && at > begin && continues_character(text[at]))
    --at;
  return at;
}

/// Beginning of the `words` words before `end`, but within the block that contains `end`.
std::size_t begin_of_words(std::string_view text, std::size_t end, std::size_t words) {
  std::size_t const limit = end - std::min(end, words * longest_word_bytes);
  std::size_t at = end;
  std::size_t begin = end;
  for (std::size_t taken = 0; taken <= words && at > limit && text[at - 1] != '\n'; ++taken) {
    begin = at;
    while (at > limit && text::is_space(text[at - 1]) && text[at - 1] != '\n')
      --at;
    while (at > limit && !text::is_space(text[at - 1]))
      --at;
    if (taken < words) begin = at;
  }
  while (begin < end && continues_character(text[begin]))
    ++begin;
  return begin;
}

/// Of the ranges of `words` words that begin with a span, the one with the most different words.
std::size_t best_span(std::string_view text, std::vector<Span> const& spans, std::size_t words) {
  std::size_t best = 0;
  std::size_t most = 0;
  constexpr std::size_t looked_at = 50; // for a very frequent word, the first occurrences suffice
  for (std::size_t i = 0; i < std::min(spans.size(), looked_at); ++i) {
    std::size_t const end = end_of_words(text, spans[i].begin, words);
    std::set<std::size_t> units;
    for (std::size_t j = i; j < spans.size() && spans[j].end <= end; ++j)
      units.insert(spans[j].unit);
    if (units.size() <= most) continue;
    most = units.size();
    best = i;
  }
  return best;
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

void append(std::string& out, std::string_view text, bool escapes) {
  out += escapes ? search::escape(text) : std::string(text);
}

struct Level {
  std::string_view name;
  std::vector<std::string> words;
};

/// A query word may have several forms; it matches if one of them does.
Level level_of(std::vector<Span> const& spans, search::Highlighter const& highlighter) {
  std::set<std::string> matched;
  for (auto const& span : spans)
    matched.insert(highlighter.words()[span.unit]);
  std::set<std::string> const all(highlighter.words().begin(), highlighter.words().end());
  return {matched.empty()               ? "none"
          : matched.size() < all.size() ? "partial"
                                        : "full",
          {matched.begin(), matched.end()}};
}

} // namespace

std::string marked(std::string_view text, std::vector<Span> const& spans, Markup const& markup) {
  std::string out;
  std::size_t at = 0;
  for (Span const& span : spans) {
    append(out, text.substr(at, span.begin - at), markup.escapes());
    out += markup.before;
    append(out, text.substr(span.begin, span.end - span.begin), markup.escapes());
    out += markup.after;
    at = span.end;
  }
  append(out, text.substr(at), markup.escapes());
  return out;
}

std::string marked_snippet(std::string_view text, std::vector<Span> const& spans, std::size_t words,
                           Markup const& markup) {
  words = std::max<std::size_t>(words, 1);
  std::size_t begin = 0;
  if (!spans.empty())
    begin = begin_of_words(text, spans[best_span(text, spans, words)].begin, words / 3);
  std::size_t const end = end_of_words(text, begin, words);
  std::vector<Span> inside;
  for (Span const& span : spans) {
    if (span.begin >= begin && span.end <= end)
      inside.push_back({span.begin - begin, span.end - begin, span.unit});
  }
  std::string out = begin > 0 && text[begin - 1] != '\n' ? markup.ellipsis : "";
  out += one_line(marked(text.substr(begin, end - begin), inside, markup));
  return end < text.size() ? out + markup.ellipsis : out;
}

Json highlight_leaf(std::string_view text, search::Highlighter& highlighter, Markup const& markup,
                    AnswerRoom const& room) {
  auto const spans = highlighter.spans(text);
  room.check(text.size() + spans.size() * (markup.before.size() + markup.after.size()));
  auto const level = level_of(spans, highlighter);
  Json leaf{{"value", marked(text, spans, markup)},
            {"matchLevel", level.name},
            {"matchedWords", level.words}};
  if (!spans.empty()) {
    leaf["fullyHighlighted"] =
        spans.size() == 1 && spans[0].begin == 0 && spans[0].end == text.size();
  }
  return leaf;
}

Json snippet_leaf(std::string_view text, std::size_t words, search::Highlighter& highlighter,
                  Markup const& markup) {
  auto const spans = highlighter.spans(text);
  return {{"value", marked_snippet(text, spans, words, markup)},
          {"matchLevel", level_of(spans, highlighter).name}};
}

} // namespace recap::api
