// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/answer_room.hpp"
#include "searchd/search/show/highlighter.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// The tags that a client wants around matches. Clients that insert values into a page unescaped
/// send tags that are markup; the text around them is then escaped. Clients that escape values
/// themselves send placeholders, and the text is not escaped.
struct Markup {
  std::string before;
  std::string after;
  std::string ellipsis;

  [[nodiscard]] bool escapes() const { return before.find('<') != std::string::npos; }
};

/// `text` with tags around the spans.
[[nodiscard]] std::string marked(std::string_view text, std::vector<search::Span> const& spans,
                                 Markup const& markup);

/// About `words` words of `text` with most of the spans, on one line, with the ellipsis where it
/// was cut. Words without spaces between them end after `longest_word_bytes` each.
[[nodiscard]] std::string marked_snippet(std::string_view text,
                                         std::vector<search::Span> const& spans, std::size_t words,
                                         Markup const& markup);

inline constexpr std::size_t longest_word_bytes = 40;

/// A leaf of `_highlightResult`: `value`, `matchLevel`, `matchedWords`, `fullyHighlighted`. Throws
/// search::BadRequest, taking nothing, if `room` is not sufficient.
[[nodiscard]] nlohmann::ordered_json highlight_leaf(std::string_view text,
                                                    search::Highlighter& highlighter,
                                                    Markup const& markup, AnswerRoom const& room);

/// A leaf of `_snippetResult`: `value`, `matchLevel`.
[[nodiscard]] nlohmann::ordered_json snippet_leaf(std::string_view text, std::size_t words,
                                                  search::Highlighter& highlighter,
                                                  Markup const& markup);

} // namespace recap::api
