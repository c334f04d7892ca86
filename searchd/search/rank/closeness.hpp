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
  [[nodiscard]] bool matters() const { return ways_.size() > 1; }

  /// Score to add, 0 or more.
  [[nodiscard]] double of(Xapian::docid id);

  /// The most that of() gives.
  [[nodiscard]] double most() const;

private:
  /// The most that word `i` and the one before add.
  [[nodiscard]] double weight(std::size_t i) const;

  Places places_;
  std::vector<Way const*> ways_; ///< of the words that name something, in their order
};

} // namespace recap::search
