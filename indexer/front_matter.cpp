// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/article.hpp"
#include "indexer/metadata.hpp"

#include <algorithm>
#include <map>

namespace recap::indexer {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The line at `offset` without its end and trailing space, and where the next begins.
struct Line {
  std::string_view text;
  std::size_t next;
};

Line line_at(std::string_view file, std::size_t offset) {
  auto const end = std::min(file.find('\n', offset), file.size());
  std::string_view text = file.substr(offset, end - offset);
  while (!text.empty() && (text.back() == '\r' || text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return {text, std::min(end + 1, file.size())};
}

/// A key that stands twice with the same value can mean only one thing.
Metadata without_contradictions(Metadata metadata) {
  std::map<std::string_view, MetadataEntry const*> first;
  for (auto const& entry : metadata) {
    auto const& twin = *first.emplace(entry.key, &entry).first->second;
    bool const is_read = entry.kind != MetadataEntry::Kind::nested || &twin == &entry;
    if (!is_read || twin.kind != entry.kind || twin.values != entry.values) {
      throw Unreadable("key \"" + entry.key + "\" stands twice, first in line " +
                           std::to_string(twin.line) + "; keep one",
                       entry.line, entry.column);
    }
  }
  return metadata;
}

} // namespace

FrontMatter split_front_matter(std::string_view file) {
  if (file.starts_with(byte_order_mark)) file.remove_prefix(byte_order_mark.size());
  std::size_t number = 1;
  Line fence = line_at(file, 0);
  for (; fence.text.empty() && fence.next < file.size(); ++number)
    fence = line_at(file, fence.next);
  bool const yaml = fence.text == "---";
  if (!yaml && fence.text != "+++") return {.metadata = {}, .body = file, .body_line = 1};
  std::size_t const first = number + 1;
  number = first;
  for (std::size_t at = fence.next; at < file.size(); ++number) {
    Line const line = line_at(file, at);
    if (line.text == fence.text || (yaml && line.text == "...")) {
      auto const text = file.substr(fence.next, at - fence.next);
      return {.metadata = without_contradictions(yaml ? yaml_metadata(text, first)
                                                      : toml_metadata(text, first)),
              .body = file.substr(line.next),
              .body_line = number + 1};
    }
    at = line.next;
  }
  throw Unreadable("front matter opened with " + std::string(fence.text) +
                       " is never closed; end it with a line of " + std::string(fence.text),
                   first - 1);
}

} // namespace recap::indexer
