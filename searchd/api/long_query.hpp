// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/request.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace recap::api {

/// The first words of `whole`, which must be UTF-8: at most `words` runs without blanks, and
/// `bytes` bytes. Cuts between words if there is more than one, and never inside a character.
[[nodiscard]] std::string beginning(std::string_view whole, std::size_t words, std::size_t bytes);

/// True if a shorter query would be accepted.
[[nodiscard]] bool is_too_long(search::BadRequest const& error);

/// Ever shorter beginnings of texts that are too long for the search: only a trial shows how many
/// words it finds in them.
class Beginnings {
public:
  /// The limits of the search, both positive.
  Beginnings(std::size_t words, std::size_t bytes)
      : words_(words)
      , bytes_(bytes) {}

  [[nodiscard]] std::string of(std::string_view whole) const {
    return beginning(whole, words_, bytes_);
  }

  /// To be called if a beginning is too long. False if no shorter one is left.
  bool shorten();

private:
  std::size_t words_;
  std::size_t bytes_;
};

/// `text` with quotes, parentheses and colons replaced by blanks, because cutting may have removed
/// their other halves.
[[nodiscard]] std::string without_operators(std::string text);

} // namespace recap::api
