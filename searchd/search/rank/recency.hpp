// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/snapshot.hpp"

#include <xapian.h>

#include <chrono>
#include <optional>

namespace recap::search {

/// How much more an article is worth for being new: 1 + share * 2^(-age / half-life), age being
/// counted from the newest article of the index, so that an answer does not depend on the day it
/// is asked for. Articles without a date are worth 1. Keeps a reference only.
class Recency {
public:
  /// `share`: 0 to 1.
  Recency(Snapshot const& snapshot, double share);

  /// False when every article is worth 1.
  [[nodiscard]] bool matters() const { return newest_.has_value(); }

  [[nodiscard]] double of(Xapian::docid id) const;

  /// The most that of() gives.
  [[nodiscard]] double most() const { return matters() ? 1 + share_ : 1; }

private:
  Column const& dates_;
  double share_;
  std::optional<std::chrono::sys_days> newest_;
};

} // namespace recap::search
