// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/metadata.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// Something that stands at a place of a file: a key of the front matter, the target of a link.
struct Placed {
  std::string text;
  std::size_t line = 0;
};

/// What an article says beyond its record, for the check.
struct ArticleFacts {
  std::vector<Placed> keys;         ///< of its front matter or its JSON object
  std::vector<Placed> links;        ///< targets as written
  std::vector<std::string> anchors; ///< ids in its HTML, beside those of the headings
  std::vector<std::string> paths;   ///< `aliases` that are paths
};

/// What its metadata says: keys and paths.
[[nodiscard]] ArticleFacts metadata_facts(metadata::Entries const& metadata);

[[nodiscard]] std::string pack(ArticleFacts const& facts);
[[nodiscard]] ArticleFacts unpack_facts(std::string_view message);

} // namespace recap::indexer
