// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace recap::text {

/// A word inside a word: the stretch [begin, end) of its bytes.
struct InnerWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_smallest = true; ///< has no inner words itself; these, in their order, are the word
  bool is_telling = true;  ///< false for a single letter, except beside a number (`5g`)
};

/// The words that case and numbers part in `word`, as it is written: `set` and `Timeout` of
/// `setTimeout`; `HTTP` and `Server` of `HTTPServer`, but nothing of `APIs`; `RFC` and `2616` of
/// `RFC2616`. Also the longer ends, `RawTransaction` of `sendRawTransaction`, and what has a
/// number, `UTF8` of `fromUTF8Text`. Nothing for a word without such a place, or with more than
/// eight.
[[nodiscard]] std::vector<InnerWord> inner_words(std::string_view word);

/// True for digits of ASCII and nothing else.
[[nodiscard]] bool is_number(std::string_view word);

} // namespace recap::text
