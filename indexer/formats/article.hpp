// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "metadata/problem.hpp"

#include <vector>

namespace recap::indexer {

/// An article as its source tells it: a record whose sections have no positions yet.
struct Article {
  index::Record record;
  bool draft = false;
  bool scheduled = false; ///< a draft until a moment that its metadata states
  std::vector<metadata::Remark> remarks = {};
};

} // namespace recap::indexer
