// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace recap::search {

class Reader;

/// The values of one facet field of all articles, as numbers in memory, so that counting needs no
/// read from disk. 4 bytes per article and 4 per value. Immutable; any thread may read it.
class Column {
public:
  Column() = default;
  /// Reads the slot of all articles; for other hosts in one message each.
  Column(Reader const& reader, std::uint32_t slot);

  /// Distinct values, as the first article that has them spells them. Values that fold to the same
  /// text are one.
  [[nodiscard]] std::vector<std::string> const& dictionary() const { return dictionary_; }

  /// The values of an article, as indices into dictionary().
  [[nodiscard]] std::span<std::uint32_t const> of(Xapian::docid id) const {
    if (std::size_t{id} + 1 >= starts_.size()) return {};
    return std::span(values_).subspan(starts_[id], starts_[id + 1] - starts_[id]);
  }

private:
  std::vector<std::string> dictionary_;
  std::vector<std::uint32_t> starts_; ///< by docid, and the end
  std::vector<std::uint32_t> values_;
};

} // namespace recap::search
