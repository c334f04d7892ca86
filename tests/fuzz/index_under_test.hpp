// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/engine.hpp"

#include <cstdlib>
#include <stdexcept>

namespace recap::fuzz {

/// The index of corpus/, which script/fuzz makes.
inline search::Engine const& engine() {
  auto const* const folder = std::getenv("RECAP_FUZZ_INDEX");
  if (folder == nullptr) throw std::runtime_error("RECAP_FUZZ_INDEX names no index");
  static search::Engine const opened(folder);
  return opened;
}

} // namespace recap::fuzz
