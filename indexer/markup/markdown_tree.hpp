// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace recap::indexer {

template <auto Function>
struct CmarkDeleter {
  template <typename T>
  void operator()(T* pointer) const {
    Function(pointer);
  }
};
using MarkdownNode = std::unique_ptr<cmark_node, CmarkDeleter<cmark_node_free>>;
using MarkdownIterator = std::unique_ptr<cmark_iter, CmarkDeleter<cmark_iter_free>>;

/// The tree of a text: CommonMark with GitHub's tables, strikethrough, autolinks, task lists and
/// footnotes. One thread only.
[[nodiscard]] MarkdownNode parse_markdown(std::string_view markdown);

} // namespace recap::indexer
