// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/request.hpp"
#include "searchd/search/show/span_finder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// `text` with `& < > " '` escaped, so that it is text in an element and in an attribute alike.
[[nodiscard]] std::string escape(std::string_view text);

/// All of `text`, escaped, with tags around the spans.
[[nodiscard]] std::string highlighted(std::string_view text, std::vector<Span> const& spans,
                                      Highlight tags);

/// Longest snippet in bytes of text, escapes and tags not counted: two lines of a result page.
inline constexpr std::size_t snippet_bytes = 240;

/// Where `text` is a part of a longer one.
struct TextCut {
  bool before = false; ///< there is more before it
  bool behind = false; ///< and behind it
};

/// The stretch of `text` with the most of what is asked for, escaped and tagged;
/// `…` where it was cut. Without spans, the beginning.
[[nodiscard]] std::string snippet(std::string_view text, std::vector<Span> const& spans,
                                  Highlight tags, TextCut cut = {});

} // namespace recap::search
