// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/places.hpp"
#include "searchd/search/rank/ranked.hpp"

#include <span>
#include <vector>

namespace recap::search {

/// What an article gets for having neighbours of the query close together
/// (index::closeness_weight). Keeps references only.
class Closeness {
public:
  Closeness(Reader& reader, Plan const& plan);

  /// False when no two words of the query can stand together: of() is 0 then.
  [[nodiscard]] bool matters() const { return words_.size() > 1; }

  /// Score to add, 0 or more.
  [[nodiscard]] double of(Ranked const& article);

  /// The most that of() gives.
  [[nodiscard]] double most() const;

private:
  struct Word {
    Way const* way = nullptr;
    std::uint64_t bit = 0; ///< of the articles without it; 0 = that is not known
  };

  /// The most that word `i` and the one before add.
  [[nodiscard]] double weight(std::size_t i) const;

  Places places_;
  std::vector<Word> words_; ///< those that name something, in their order
};

} // namespace recap::search
