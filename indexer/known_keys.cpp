// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/field_rules.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {

bool is_known_key(std::string_view key) {
  static constexpr auto known = std::to_array<std::string_view>(
      {"id",      "slug",        "title",      "aliases",     "alias",    "linktitle", "subtitle",
       "url",     "permalink",   "author",     "authors",     "byline",   "topics",    "topic",
       "tags",    "tag",         "categories", "category",    "keywords", "date",      "published",
       "pubdate", "publishdate", "lastmod",    "year",        "season",   "lang",      "language",
       "locale",  "summary",     "excerpt",    "description", "lead",     "abstract",  "role",
       "draft",   "redirect_to", "text",       "markdown",    "html",     "body",      "content",
       "sections"});
  return key.starts_with("title_") || std::ranges::find(known, key) != known.end();
}

} // namespace recap::indexer
