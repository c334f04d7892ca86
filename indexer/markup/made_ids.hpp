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

/// Ids of the headings of a Markdown text, in the order of the page.
class MadeIds {
public:
  /// `source` has to outlive it.
  MadeIds(GumboNode const* content, MarkdownSource const& source);

  /// An id that a heading states was met.
  void take(std::string_view id);

  /// Of a heading without an id: empty where the generator makes none. Nothing for a heading
  /// written in HTML, of which it makes none either.
  [[nodiscard]] std::optional<std::string> make(GumboNode const* heading);

private:
  [[nodiscard]] std::string text_of(GumboNode const* heading) const;
  [[nodiscard]] std::string_view source_line(GumboNode const* heading) const;

  MarkdownSource const& source_;
  HeadingIds ids_;
  std::vector<std::size_t> lines_; ///< where they begin
};

} // namespace recap::indexer
