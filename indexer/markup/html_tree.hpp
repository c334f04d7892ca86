// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gumbo.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// A parsed page. Nodes live as long as it does. Neither parsing nor freeing recurses, however deep
/// the page is nested.
class HtmlTree {
public:
  /// `html` must outlive the tree. With a `context`, `html` is the content of such an element.
  explicit HtmlTree(std::string_view html, GumboTag context = GUMBO_TAG_LAST);
  [[nodiscard]] GumboNode const* root() const { return root_; }

private:
  struct Memory {
    void* take(std::size_t bytes);
    std::vector<std::unique_ptr<char[]>> blocks;
    char* next = nullptr; ///< free part of the current block
    std::size_t free_bytes = 0;
  };
  Memory memory_;
  GumboNode const* root_ = nullptr;
};

/// Visits `top` and everything below in document order: enter() before the children, which are
/// skipped if it returns false, and leave() after them.
void walk(GumboNode const* top, std::function<bool(GumboNode const*)> const& enter,
          std::function<void(GumboNode const*)> const& leave);

/// The elements below `top` for which `wanted` is true, in document order.
[[nodiscard]] std::vector<GumboNode const*>
elements(GumboNode const* top, std::function<bool(GumboNode const*)> const& wanted);

/// GUMBO_TAG_LAST for a node that is not an element.
[[nodiscard]] GumboTag tag_of(GumboNode const* node);

/// The value of an attribute; empty if it is missing.
[[nodiscard]] std::string_view attribute(GumboNode const* element, char const* name);
[[nodiscard]] bool has_attribute(GumboNode const* element, char const* name);

/// True if one of the words of the attribute is `word`, as in `rel="author me"`.
[[nodiscard]] bool has_word(GumboNode const* element, char const* name, std::string_view word);

/// The text of everything below, on one line.
[[nodiscard]] std::string plain_text(GumboNode const* top);

} // namespace recap::indexer
