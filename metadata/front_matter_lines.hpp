// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recap::metadata {

/// A line of a file, without its end and trailing space.
struct Line {
  std::string_view text;
  std::size_t number = 1;
  std::size_t next = 0;  ///< offset of the next line; the size of the file after the last
  std::size_t begin = 0; ///< offset of this line
};

/// The first line that is not blank, or the last.
[[nodiscard]] Line first_line(std::string_view file);
[[nodiscard]] Line next_line(std::string_view file, Line const& line);

/// True for letters and digits, possibly none, with optional space around them.
[[nodiscard]] bool is_word(std::string_view text);

/// True for `{` before a key, quoted or not, or before `}`: the beginning of an object, not of a
/// template, an expression or an attribute list.
[[nodiscard]] bool begins_object(std::string_view text);

/// Offset after the brace that closes the one at the beginning of `text`; 0 if none does.
[[nodiscard]] std::size_t end_of_object(std::string_view text);

/// True for `Key: value`, or an indented continuation of it.
[[nodiscard]] bool is_header(std::string_view line);

/// True for `Key: value` with a key that articles begin with (`Title`, `Date`, `Status`); any other
/// may begin a sentence.
[[nodiscard]] bool is_known_header(std::string_view line);

} // namespace recap::metadata
