// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/article.hpp"
#include "indexer/metadata.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <sstream>

namespace recap::indexer {
namespace {

/// A scalar as text; nothing for arrays and tables.
std::optional<std::string> text_of(toml::node const& node) {
  if (auto const* const text = node.as_string()) return text->get();
  if (node.is_array() || node.is_table()) return std::nullopt;
  std::ostringstream out;
  node.visit([&](auto const& value) {
    if constexpr (toml::is_value<decltype(value)>) out << value;
  });
  return out.str();
}

} // namespace

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
      if (auto const scalar = text_of(node)) {
        entry.kind = MetadataEntry::Kind::text;
        entry.values.push_back(*scalar);
      } else if (auto const* const list = node.as_array()) {
        entry.kind = MetadataEntry::Kind::list;
        for (auto const& item : *list) {
          if (auto value = text_of(item)) entry.values.push_back(std::move(*value));
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
