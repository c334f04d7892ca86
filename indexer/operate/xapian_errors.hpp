// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/error.hpp"

#include <xapian.h>

#include <filesystem>
#include <string>

namespace recap::indexer {

/// Converts Xapian's exceptions for functions that read an index: their base class is not a
/// std::exception.
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
