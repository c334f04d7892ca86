// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/error.hpp"

#include <xapian.h>

#include <filesystem>
#include <string>

namespace recap::indexer {

/// Where Xapian's exceptions end for those who read an index: its base class is no std::exception.
template <typename Function>
auto reading(std::filesystem::path const& place, Function&& function) {
  try {
    return function();
  } catch (Xapian::Error const& error) {
    throw index::Error(index::ErrorCode::damaged,
                       place.string() + ": " + error.get_msg() +
                           "; go back with --rollback, or index again with --rebuild");
  }
}

} // namespace recap::indexer
