// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/markup/html_sections.hpp"
#include "indexer/markup/html_tree.hpp"
#include "indexer/site/heading_ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// Derives the ids of the headings of a Markdown text, in the order of the page.
class MadeIds {
public:
  /// `source` must outlive this object.
  MadeIds(GumboNode const* content, MarkdownSource const& source);

  /// Marks an id that a heading states as used, if the generator counts it only from there on.
  void take(std::string_view id);

  /// The id of a heading that states none: empty if the generator gives it none, nullopt for a
  /// heading in HTML that the generator leaves alone.
  [[nodiscard]] std::optional<std::string> make(GumboNode const* heading);

private:
  [[nodiscard]] std::string text_of(GumboNode const* heading) const;
  [[nodiscard]] std::string_view source_line(GumboNode const* heading) const;

  MarkdownSource const& source_;
  HeadingIds ids_;
  std::vector<std::size_t> lines_; ///< offsets of line beginnings in the source
};

} // namespace recap::indexer
