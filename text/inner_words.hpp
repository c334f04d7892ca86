// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace recap::text {

/// A word inside a word: its bytes [begin, end).
struct InnerWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_smallest = true; ///< contains no inner words; these, in order, make up the word
  bool is_telling = true;  ///< false for a single letter, except next to a number (`5g`)
};

/// The words that case and numbers separate in `word`, as written: `set` and `Timeout` of
/// `setTimeout`; `HTTP` and `Server` of `HTTPServer`, but nothing of `APIs`; `RFC` and `2616` of
/// `RFC2616`. Also the longer ends, `RawTransaction` of `sendRawTransaction`, and parts with a
/// number, `UTF8` of `fromUTF8Text`. Empty for a word without such a place, or with more than
/// eight.
[[nodiscard]] std::vector<InnerWord> inner_words(std::string_view word);

/// True if `word` has only ASCII digits.
[[nodiscard]] bool is_number(std::string_view word);

} // namespace recap::text
