// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/toml_scalar.hpp"
#include "indexer/article.hpp"
#include "indexer/metadata.hpp"

#include <toml++/toml.h>

#include <algorithm>

namespace recap::indexer {
Metadata toml_metadata(std::string_view text, std::size_t first_line) {
  Metadata metadata;
  try {
    for (auto const& [key, node] : toml::parse(text)) {
      MetadataEntry entry{.key = std::string(key.str()),
                          .kind = MetadataEntry::Kind::nested,
                          .values = {},
                          .line = first_line - 1 + key.source().begin.line,
                          .column = key.source().begin.column,
                          .for_page = true};
      std::ranges::transform(entry.key, entry.key.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      });
      if (auto const scalar = configuration::scalar_text(node)) {
        entry.kind = MetadataEntry::Kind::text;
        entry.values.push_back(*scalar);
      } else if (auto const* const list = node.as_array()) {
        entry.kind = MetadataEntry::Kind::list;
        for (auto const& item : *list) {
          if (auto value = configuration::scalar_text(item))
            entry.values.push_back(std::move(*value));
        }
      }
      metadata.push_back(std::move(entry));
    }
  } catch (toml::parse_error const& error) {
    throw Unreadable("not TOML here: " + std::string(error.description()),
                     first_line - 1 + error.source().begin.line, error.source().begin.column);
  }
  std::ranges::stable_sort(metadata, {}, &MetadataEntry::line);
  return metadata;
}

} // namespace recap::indexer
