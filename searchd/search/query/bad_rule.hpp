// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace recap::search {

/// Why a rule of an editor's file is invalid. what() is the reason and what to do, without the
/// place.
class BadRule : public std::runtime_error {
public:
  BadRule(std::string const& reason, std::size_t line)
      : std::runtime_error(reason)
      , line_(line) {}
  /// Counted from 1.
  [[nodiscard]] std::size_t line() const { return line_; }

private:
  std::size_t line_;
};

} // namespace recap::search
