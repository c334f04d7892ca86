// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace recap::text {

/// Stems that a caller searches for, stored as their first two letters. A word begins like its
/// stem, except for a `y` (`dying` has the stem `die`) and stems of one letter (`aed` has the stem
/// `a`).
class WantedStems {
public:
  void add(std::string_view stem);

  /// False only for a folded word, or one of a to z in any case, that has none of the stems.
  [[nodiscard]] bool may_be(std::string_view word) const { return pairs_.test(pair(word)); }

private:
  static constexpr std::size_t letters = 32; ///< the low bits of a byte distinguish letters
  [[nodiscard]] static std::size_t pair(std::string_view word);

  std::bitset<letters * letters> pairs_;
};

} // namespace recap::text
