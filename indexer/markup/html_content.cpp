// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/html_sections.hpp"

namespace recap::indexer {
namespace {

bool is_main(GumboNode const* node) {
  return tag_of(node) == GUMBO_TAG_MAIN || attribute(node, "role") == "main";
}

bool is_article(GumboNode const* node) {
  return tag_of(node) == GUMBO_TAG_ARTICLE;
}

} // namespace

GumboNode const* html_content(HtmlTree const& tree) {
  auto const mains = elements(tree.root(), is_main);
  GumboNode const* const within = mains.empty() ? tree.root() : mains.front();
  // Several articles are a list of teasers, or comments on the one.
  auto const articles = elements(within, is_article);
  if (articles.size() == 1) return articles.front();
  if (!mains.empty()) return within;
  auto const bodies =
      elements(tree.root(), [](auto const* node) { return tag_of(node) == GUMBO_TAG_BODY; });
  return bodies.empty() ? tree.root() : bodies.front();
}

} // namespace recap::indexer
