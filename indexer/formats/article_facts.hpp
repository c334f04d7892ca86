// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/metadata.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// A key of the front matter or a link target, with its place in the file.
struct Placed {
  std::string text;
  std::size_t line = 0;
};

/// Facts about an article besides its record, for --check.
struct ArticleFacts {
  std::vector<Placed> keys;         ///< of its front matter or its JSON object
  std::vector<Placed> links;        ///< targets as written
  std::vector<std::string> anchors; ///< ids in its HTML, without those of the headings
  std::vector<std::string> paths;   ///< `aliases` that are paths
};

/// The facts in its metadata: keys and paths.
[[nodiscard]] ArticleFacts metadata_facts(metadata::Entries const& metadata);

[[nodiscard]] std::string pack(ArticleFacts const& facts);
[[nodiscard]] ArticleFacts unpack_facts(std::string_view message);

} // namespace recap::indexer
