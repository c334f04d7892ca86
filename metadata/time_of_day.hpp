// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace recap::metadata {

/// Reads on in a text in lower case. What is not there is not taken.
class Scanner {
public:
  explicit Scanner(std::string_view text)
      : rest_(text) {}

  [[nodiscard]] bool at_end() const;
  [[nodiscard]] bool at_figure() const;
  /// True before four figures that are a year and no time of day.
  [[nodiscard]] bool at_year() const;

  /// Passes over any of `characters`; `" "` is any white space.
  void skip(std::string_view characters);
  bool take(std::string_view text);
  /// One of `characters`, or empty.
  std::string_view take_one_of(std::string_view characters);
  /// All figures that follow.
  std::string_view figures();
  /// A number with so many figures.
  std::optional<unsigned> number(std::size_t least, std::size_t most);
  /// ASCII letters; empty when none follow.
  std::string_view word();
  [[nodiscard]] std::string_view peek_word() const;
  /// Passes over a zone that is named after a place: `asia/seoul`; false when none follows.
  bool place();
  /// What stands in the brackets that follow; nothing when none do.
  std::optional<std::string_view> in_brackets(char open, char close);

private:
  std::string_view rest_;
};

/// Of figures only, at most nine.
[[nodiscard]] unsigned number_of(std::string_view figures);

/// What stands behind a day.
struct TimeOfDay {
  std::optional<std::chrono::seconds> since_midnight;
  std::optional<std::chrono::seconds> east = {}; ///< of UTC, where a zone is told that is known
};

/// `10:00`, `T10:00:00.5Z`, `9:05 pm +0900`, `at 9am`, `오후 3시 20분`, `10:00:00 GMT+0900 (Name)`,
/// `10:00 Asia/Seoul`, or nothing at all, which is a day without a time. Of names of zones those
/// are known that mail and most servers write. Nothing when there is no
/// such time of day.
[[nodiscard]] std::optional<TimeOfDay> read_time_of_day(Scanner& in);

} // namespace recap::metadata
