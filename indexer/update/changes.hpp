// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/parse/parser_pool.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace recap::indexer {

/// Handles the differences between the sources and the index.
class Changes {
public:
  virtual ~Changes() = default;

  struct Put {
    std::string file; ///< source of the article
    std::size_t line = 0;
    bool was_there = false; ///< the index has an article with this id
    /// Call this with the number of words in its body, at any time before the end.
    std::function<void(std::uint64_t)> done;
  };
  virtual void put(Parsed article, Put put) = 0;
  virtual void remove(std::string const& id, std::string const& file) = 0;
};

} // namespace recap::indexer
