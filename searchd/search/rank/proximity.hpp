// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/ranked.hpp"
#include "searchd/search/rank/term_positions.hpp"

#include <span>
#include <vector>

namespace recap::search {

/// Score of an article for having neighbouring query words close together
/// (index::proximity_weight). Keeps references only.
class Proximity {
public:
  Proximity(Reader& reader, Plan const& plan);

  /// False if the query has no two words to compare; of() is then 0.
  [[nodiscard]] bool matters() const { return words_.size() > 1; }

  /// Score to add, 0 or more.
  [[nodiscard]] double of(Ranked const& article);

  /// Upper bound of of().
  [[nodiscard]] double most() const;

private:
  struct Word {
    Alternative const* alternative = nullptr;
    std::uint64_t bit = 0; ///< of the articles without it; 0 = unknown
  };

  /// Upper bound of what word `i` and the previous one add.
  [[nodiscard]] double weight(std::size_t i) const;

  TermPositions positions_;
  std::vector<Word> words_; ///< without stop words, in order
};

} // namespace recap::search
