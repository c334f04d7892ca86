// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/html_tree.hpp"

#include "text/one_line.hpp"

#include <algorithm>
#include <cstddef>
#include <new>

namespace recap::indexer {
namespace {

GumboVector const* children_of(GumboNode const* node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  bool const element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  return element ? &node->v.element.children : nullptr;
}

GumboNode const* child(GumboVector const& children, std::size_t index) {
  return static_cast<GumboNode const*>(children.data[index]);
}

bool is_text(GumboNode const* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
         node->type == GUMBO_NODE_WHITESPACE;
}

std::string text_below(GumboNode const* top) {
  std::string text;
  walk(
      top,
      [&](GumboNode const* node) {
        if (is_text(node)) text += node->v.text.text;
        return true;
      },
      [](GumboNode const*) {});
  return text;
}

} // namespace

// Gumbo frees a tree recursively, which would overflow the stack for a page nested 200,000 deep.
// Memory from an arena is freed without a walk.
void* HtmlTree::Memory::take(std::size_t bytes) {
  constexpr std::size_t block_bytes = 256 * 1024;
  constexpr std::size_t alignment = alignof(std::max_align_t);
  bytes = (bytes + alignment - 1) / alignment * alignment;
  if (bytes > free_bytes) {
    std::size_t const size = std::max(bytes, block_bytes);
    char* const block = new (std::nothrow) char[size];
    if (block == nullptr) return nullptr;
    blocks.emplace_back(block);
    if (bytes >= block_bytes) return block;
    next = block;
    free_bytes = size;
  }
  char* const piece = next;
  next += bytes;
  free_bytes -= bytes;
  return piece;
}

HtmlTree::HtmlTree(std::string_view html, GumboTag context) {
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = &memory_;
  options.max_errors = 0;
  options.fragment_context = context;
  options.allocator = [](void* memory, std::size_t bytes) {
    return static_cast<Memory*>(memory)->take(bytes);
  };
  options.deallocator = [](void*, void*) {};
  root_ = gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

void walk(GumboNode const* top, std::function<bool(GumboNode const*)> const& enter,
          std::function<void(GumboNode const*)> const& leave) {
  struct Step {
    GumboNode const* node;
    std::size_t next;
  };
  std::vector<Step> path;
  if (enter(top)) path.push_back({top, 0});
  while (!path.empty()) {
    auto const* const children = children_of(path.back().node);
    if (children == nullptr || path.back().next == children->length) {
      leave(path.back().node);
      path.pop_back();
      continue;
    }
    auto const* const next = child(*children, path.back().next++);
    if (enter(next)) path.push_back({next, 0});
  }
}

std::vector<GumboNode const*> elements(GumboNode const* top,
                                       std::function<bool(GumboNode const*)> const& wanted) {
  std::vector<GumboNode const*> found;
  walk(
      top,
      [&](GumboNode const* node) {
        if (node->type == GUMBO_NODE_ELEMENT && wanted(node)) found.push_back(node);
        return true;
      },
      [](GumboNode const*) {});
  return found;
}

GumboTag tag_of(GumboNode const* node) {
  return node->type == GUMBO_NODE_ELEMENT ? node->v.element.tag : GUMBO_TAG_LAST;
}

std::string_view attribute(GumboNode const* element, char const* name) {
  auto const* const found = gumbo_get_attribute(&element->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(GumboNode const* element, char const* name) {
  return gumbo_get_attribute(&element->v.element.attributes, name) != nullptr;
}

bool has_word(GumboNode const* element, char const* name, std::string_view word) {
  std::string_view words = attribute(element, name);
  while (!words.empty()) {
    auto const end = std::min(words.find_first_of(" \t\n"), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

std::string plain_text(GumboNode const* top) {
  return text::one_line(text_below(top));
}

} // namespace recap::indexer
