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

/// One past the last position of each field that is searched by word, in the order of the table.
/// Their words come before all others.
using FieldEnds = std::array<std::uint32_t, word_field_count>;

/// A word of a field, as a word of running text between two positions.
struct FieldPart {
  std::string term;
  std::uint32_t begin = 0;
  std::uint32_t end = 0; ///< one past the last
};

/// nullopt for a term of running text; an empty range for a term without positions.
[[nodiscard]] std::optional<FieldPart> field_part(std::string_view term, FieldEnds const& ends);

/// A term of running text and its positions: ascending, unique, from 1 on.
struct PositionedTerm {
  std::string_view
      term; ///< a word, or `Z` and a stem without the positions of the word spelled like it
  std::span<std::uint32_t const> positions;
};

/// The positions of all words of an article in a few bytes each, for the positions slot. Xapian's
/// own table spends 20 more bytes on each pair of term and article, three quarters of an index.
/// `terms`: in any order, unique.
[[nodiscard]] std::string encode_positions(std::vector<PositionedTerm> const& terms,
                                           FieldEnds const& ends);

/// Reads the output of encode_positions(), which must outlive it. A hash of at least 18 bits
/// identifies a term. In one of thousands of cases, a term that the article does not have may
/// therefore have the positions of another. Throws Error(damaged).
class Positions {
public:
  explicit Positions(std::string_view bytes);

  /// Positions of a word (`word`), a stem (`Z` and stem) or a word of a field (its prefix, then
  /// word), ascending. Empty for other terms.
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
