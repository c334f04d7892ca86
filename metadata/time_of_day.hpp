// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace recap::metadata {

/// Scans a text in lower case. Consumes only what matches.
class Scanner {
public:
  explicit Scanner(std::string_view text)
      : rest_(text) {}

  [[nodiscard]] bool at_end() const;
  [[nodiscard]] bool at_figure() const;
  /// True before four digits that are a year, not a time of day.
  [[nodiscard]] bool at_year() const;

  /// Skips any of `characters`; `" "` means any white space.
  void skip(std::string_view characters);
  bool take(std::string_view text);
  /// One of `characters`, or empty.
  std::string_view take_one_of(std::string_view characters);
  /// All digits that follow.
  std::string_view figures();
  /// A number with this many digits.
  std::optional<unsigned> number(std::size_t least, std::size_t most);
  /// ASCII letters; empty if none follow.
  std::string_view word();
  [[nodiscard]] std::string_view peek_word() const;
  /// Skips a zone named after a place: `asia/seoul`; false if none follows.
  bool place();
  /// The content of the brackets that follow; nullopt if there are none.
  std::optional<std::string_view> in_brackets(char open, char close);

private:
  std::string_view rest_;
};

/// Precondition: at most nine digits, nothing else.
[[nodiscard]] unsigned number_of(std::string_view figures);

/// The time after a day.
struct TimeOfDay {
  std::optional<std::chrono::seconds> since_midnight;
  std::optional<std::chrono::seconds> east = {}; ///< offset from UTC, if a known zone is given
};

/// Parses `10:00`, `T10:00:00.5Z`, `9:05 pm +0900`, `at 9am`, `오후 3시 20분`, `10:00:00 GMT+0900
/// (Name)`, `10:00 Asia/Seoul`, or nothing, which is a day without a time. Knows the names of zones
/// in mail and on most servers. nullopt if it is not a time of day.
[[nodiscard]] std::optional<TimeOfDay> read_time_of_day(Scanner& in);

} // namespace recap::metadata
