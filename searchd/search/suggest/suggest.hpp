// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/request.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

class Snapshot;
class Reader;

/// The text typed so far.
struct SuggestRequest {
  std::string q;         ///< plain text, no operators
  std::size_t limit = 8; ///< suggestions at most
};

enum class SuggestionKind { title, topic, author, heading, word };

/// `title`, `topic`, ...
[[nodiscard]] std::string_view name_of(SuggestionKind kind);

struct Suggestion {
  SuggestionKind kind = SuggestionKind::word;
  std::string text;        ///< text for the search box
  std::string text_html;   ///< escaped, with the part already typed in `<mark>`
  std::string url;         ///< of a title's article, of a heading with its anchor; may be empty
  std::string id;          ///< of a title's or a heading's article
  std::uint32_t count = 0; ///< number of articles that have it
};

struct Suggestions {
  std::vector<Suggestion> suggestions; ///< most useful first
  std::chrono::microseconds took{0};
  std::uint64_t generation = 0;
};

/// Completions of the text typed so far. They come in this order, until the list is full: phrases
/// (titles, topics, authors, headings) with a word that begins with the text, first those that
/// begin with it themselves, titles newest first and the others by number of articles, no kind
/// taking more than half of the list if another can fill it; words, by document frequency, that
/// occur in an article together with the words before them; both by initial consonants, if nothing
/// else is typed; both for the keyboard in the other mode; and if the list is still empty, near
/// matches. Suggestions that are typed alike appear once. A suggestion never leads to a search that
/// `limits` reject or that finds nothing.
///
/// Nothing is scanned: each step looks up ranges of sorted lists with block maxima and the first
/// article with each word and those before it. It reads the articles of the titles and headings
/// that are shown and, the first time, one for the spelling of each word. Throws
/// index::Error(damaged).
[[nodiscard]] Suggestions suggestions_for(Snapshot const& snapshot, Reader& reader,
                                          SuggestRequest const& request, QueryLimits const& limits);

} // namespace recap::search
