// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/request.hpp"
#include "searchd/search/show/span_finder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// `text` with `& < > " '` escaped, for use in elements and attributes.
[[nodiscard]] std::string escape(std::string_view text);

/// All of `text`, escaped, with tags around the spans.
[[nodiscard]] std::string highlighted(std::string_view text, std::vector<Span> const& spans,
                                      Highlight tags);

/// Longest snippet in bytes of text, without escapes and tags: two lines of a result page.
inline constexpr std::size_t snippet_bytes = 240;

/// Which sides of `text` were cut off from a longer one.
struct TextCut {
  bool before = false; ///< more text precedes it
  bool behind = false; ///< more text follows it
};

/// The part of `text` with the most matches, escaped and tagged, with `…` where it was cut. Without
/// spans, the beginning.
[[nodiscard]] std::string snippet(std::string_view text, std::vector<Span> const& spans,
                                  Highlight tags, TextCut cut = {});

} // namespace recap::search
