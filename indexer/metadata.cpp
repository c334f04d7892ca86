// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata.hpp"

#include <algorithm>

namespace recap::indexer {

MetadataEntry const* find(Metadata const& metadata, std::string_view key) {
  auto const found = std::ranges::find(metadata, key, &MetadataEntry::key);
  return found == metadata.end() ? nullptr : &*found;
}

} // namespace recap::indexer
