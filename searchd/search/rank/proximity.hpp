// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/ranked.hpp"
#include "searchd/search/rank/term_positions.hpp"

#include <span>
#include <vector>

namespace recap::search {

/// What an article gets for having neighbours of the query close together
/// (index::proximity_weight). Keeps references only.
class Proximity {
public:
  Proximity(Reader& reader, Plan const& plan);

  /// False when no two words of the query can stand together: of() is 0 then.
  [[nodiscard]] bool matters() const { return words_.size() > 1; }

  /// Score to add, 0 or more.
  [[nodiscard]] double of(Ranked const& article);

  /// The most that of() gives.
  [[nodiscard]] double most() const;

private:
  struct Word {
    Alternative const* alternative = nullptr;
    std::uint64_t bit = 0; ///< of the articles without it; 0 = that is not known
  };

  /// The most that word `i` and the one before add.
  [[nodiscard]] double weight(std::size_t i) const;

  TermPositions positions_;
  std::vector<Word> words_; ///< those that name something, in their order
};

} // namespace recap::search
