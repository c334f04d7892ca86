// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "metadata/problem.hpp"

#include <vector>

namespace recap::indexer {

/// An article as read from its source: a record whose sections have no positions yet.
struct Article {
  index::Record record;
  bool draft = false;
  bool scheduled = false; ///< a draft until a moment stated in its metadata
  std::vector<metadata::Remark> remarks = {};
};

} // namespace recap::indexer
