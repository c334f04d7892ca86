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

/// What somebody has typed so far.
struct SuggestRequest {
  std::string q;         ///< plain text, no operators
  std::size_t limit = 8; ///< suggestions at most
};

enum class SuggestionKind { title, topic, author, heading, word };

/// `title`, `topic`, ...
[[nodiscard]] std::string_view name_of(SuggestionKind kind);

struct Suggestion {
  SuggestionKind kind = SuggestionKind::word;
  std::string text;        ///< what to put into the search box
  std::string text_html;   ///< escaped, what is typed already in `<mark>`
  std::string url;         ///< of a title's article, of a heading with its anchor; may be empty
  std::string id;          ///< of a title's or a heading's article
  std::uint32_t count = 0; ///< articles that have it
};

struct Suggestions {
  std::vector<Suggestion> suggestions; ///< most useful first
  std::chrono::microseconds took{0};
  std::uint64_t generation = 0;
};

/// Completions of what is typed. In this order, each only as far as the one before leaves room:
/// phrases (titles, topics, authors, headings) with a word that begins so, those first that begin
/// so themselves, titles newest first and the others with most articles first, no kind taking more
/// than half of the list while another has something to offer; words, in most articles first, that
/// stand in an article together with the words before them; the same by initial consonants when
/// nothing else is typed; the same for the keyboard in the other mode; and when there is nothing at
/// all, what begins nearly so. What is typed alike is suggested once. Nothing is suggested that a
/// search within `limits` would refuse or find nothing for.
///
/// Nothing is scanned: each step looks up ranges of sorted lists with block maxima, looks for the
/// first article with each word and those before it, and reads the articles of the titles and
/// headings that are shown and, the first time, one for each word, for how it is written. Throws
/// index::Error(damaged).
[[nodiscard]] Suggestions suggestions_for(Snapshot const& snapshot, Reader& reader,
                                          SuggestRequest const& request, QueryLimits const& limits);

} // namespace recap::search
