// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recap::metadata {

/// A line of a file, without its end and the space before that.
struct Line {
  std::string_view text;
  std::size_t number = 1;
  std::size_t next = 0;  ///< where the next begins; the size of the file behind the last
  std::size_t begin = 0; ///< where it begins itself
};

/// The first line that is not blank, or the last.
[[nodiscard]] Line first_line(std::string_view file);
[[nodiscard]] Line next_line(std::string_view file, Line const& line);

/// True for letters and digits with space around them, or nothing.
[[nodiscard]] bool is_word(std::string_view text);

/// True for `{` before a key, quoted or not, or before `}`: the beginning of an object, and not of
/// a template, an expression or an attribute list.
[[nodiscard]] bool begins_object(std::string_view text);

/// Past the brace that closes the one that `text` begins with; 0 when none does.
[[nodiscard]] std::size_t end_of_object(std::string_view text);

/// True for `Key: value`, or what goes on with it in a line that is indented.
[[nodiscard]] bool is_header(std::string_view line);

/// True for `Key: value` with a key that an article begins with (`Title`, `Date`, `Status`): any
/// other may begin a sentence.
[[nodiscard]] bool is_known_header(std::string_view line);

} // namespace recap::metadata
