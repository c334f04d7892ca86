// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace recap::metadata {

/// A value that was skipped, while its article is indexed.
struct Remark {
  std::size_t line = 0;   ///< of the file, from 1; 0 = unknown
  std::size_t column = 0; ///< in bytes, from 1; 0 = the line as a whole
  std::string text;       ///< what it is, and what is expected
};

/// Why an article cannot be read. what() is the reason and what to do, without the place.
class Unreadable : public std::runtime_error {
public:
  explicit Unreadable(std::string const& reason, std::size_t line = 0, std::size_t column = 0)
      : std::runtime_error(reason)
      , line_(line)
      , column_(column) {}
  /// Line of the file, from 1; 0 = the file as a whole.
  [[nodiscard]] std::size_t line() const { return line_; }

  /// In bytes, from 1; 0 = the line as a whole.
  [[nodiscard]] std::size_t column() const { return column_; }

private:
  std::size_t line_;
  std::size_t column_;
};

} // namespace recap::metadata
