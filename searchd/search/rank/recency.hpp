// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/snapshot.hpp"

#include <xapian.h>

#include <chrono>
#include <optional>

namespace recap::search {

/// Factor for new articles: 1 + share * 2^(-age / half-life). Age is counted from the newest
/// article of the index, so that results do not depend on the current date. Articles without a date
/// have the factor 1. Keeps a reference only.
class Recency {
public:
  /// `share`: 0 to 1.
  Recency(Snapshot const& snapshot, double share);

  /// False if every article has the factor 1.
  [[nodiscard]] bool matters() const { return newest_.has_value(); }

  [[nodiscard]] double of(Xapian::docid id) const;

  /// Upper bound of of().
  [[nodiscard]] double most() const { return matters() ? 1 + share_ : 1; }

private:
  Column const& dates_;
  double share_;
  std::optional<std::chrono::sys_days> newest_;
};

} // namespace recap::search
