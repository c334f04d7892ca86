// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/vocabulary.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/query/units.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// A possible correction of a word.
struct Replacement {
  std::vector<Unit> units; ///< replace the word; several if its space is missing
  std::string written;
};

/// Finds corrections of a plain word of a query that few articles have, or none. Keeps references
/// only.
class Corrections {
public:
  /// `completes`: the last word may be unfinished.
  Corrections(index::Vocabulary const& vocabulary, Reader& reader, bool completes)
      : vocabulary_(vocabulary)
      , reader_(reader)
      , completes_(completes) {}

  /// At most three corrections, likeliest first. `with`: document frequency of the word's stem.
  [[nodiscard]] std::vector<Replacement> of(Unit const& unit, double with, bool is_last) const;

  /// Two words whose space is missing; at most one such correction.
  [[nodiscard]] std::vector<Replacement> apart(Unit const& unit) const;

private:
  [[nodiscard]] std::vector<Replacement> similar(Unit const& unit, double with) const;
  [[nodiscard]] std::vector<Replacement> begun(Unit const& unit) const;
  [[nodiscard]] std::optional<Replacement> other_keyboard(Unit const& unit) const;
  [[nodiscard]] std::optional<Replacement> split(Unit const& unit) const;
  [[nodiscard]] bool stand_side_by_side(std::vector<Unit> const& units) const;
  [[nodiscard]] std::vector<Unit> units_of(std::string_view word) const;
  [[nodiscard]] double articles(Unit const& unit) const;

  index::Vocabulary const& vocabulary_;
  Reader& reader_;
  bool completes_;
};

} // namespace recap::search
