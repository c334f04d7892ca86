// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// One past the last position of each field that is searched by word, in the order of the table:
/// their words come before all others.
using FieldEnds = std::array<std::uint32_t, word_field_count>;

/// A word of a field as the word of running text that it is between two positions.
struct FieldPart {
  std::string term;
  std::uint32_t begin = 0;
  std::uint32_t end = 0; ///< one past the last
};

/// Nothing for a term of running text; an empty stretch for terms that have no positions.
[[nodiscard]] std::optional<FieldPart> field_part(std::string_view term, FieldEnds const& ends);

/// A term of running text and where it stands: ascending, each once, from 1 on.
struct PositionedTerm {
  std::string_view term; ///< a word, or `Z` and a stem without the places where it is the word
  std::span<std::uint32_t const> positions;
};

/// The positions of all words of an article in a few bytes each, for the slot of the same name.
/// Xapian's own table spends 20 bytes on each pair of term and article beside them, three quarters
/// of an index. `terms`: in any order, each once.
[[nodiscard]] std::string encode_positions(std::vector<PositionedTerm> const& terms,
                                           FieldEnds const& ends);

/// Reads what encode_positions() wrote, which has to outlive it. Terms are not stored but told
/// apart by a hash of at least 18 bits: a term that the article does not have may in one of
/// thousands of cases have the positions of another. Throws Error(damaged).
class Positions {
public:
  explicit Positions(std::string_view bytes);

  /// Where a word (`word`), a stem (`Z` and stem) or a word of a field (its prefix, then word)
  /// stands, ascending. Nothing for other terms.
  [[nodiscard]] std::vector<std::uint32_t> of(std::string_view term) const;

private:
  [[nodiscard]] std::vector<std::uint32_t> stored(std::string_view term) const;
  [[nodiscard]] std::vector<std::uint32_t> of_running_text(std::string_view term) const;

  FieldEnds ends_{};
  std::uint32_t last_ = 0; ///< the highest position
  std::uint32_t terms_ = 0;
  std::uint32_t seed_ = 0;
  std::string_view directory_;
  std::string_view entries_;
};

} // namespace recap::index
