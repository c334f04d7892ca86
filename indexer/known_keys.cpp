// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/known_keys.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {

bool is_known_key(std::string_view key) {
  static constexpr auto known = std::to_array<std::string_view>(
      {"id",          "slug",       "title",       "aliases",       "alias",
       "linktitle",   "subtitle",   "url",         "permalink",     "author",
       "authors",     "byline",     "topics",      "topic",         "tags",
       "tag",         "categories", "category",    "keywords",      "date",
       "published",   "pubdate",    "publishdate", "lastmod",       "updated",
       "updateddate", "modified",   "year",        "season",        "lang",
       "language",    "locale",     "summary",     "excerpt",       "description",
       "lead",        "abstract",   "role",        "draft",         "publish",
       "unlisted",    "render",     "status",      "redirect_to",   "last_update",
       "extra",       "taxonomies", "params",      "sidebar_label", "build",
       "_build"});
  return key.starts_with("title_") || is_body_key(key) ||
         std::ranges::find(known, key) != known.end();
}

bool is_body_key(std::string_view key) {
  static constexpr auto bodies =
      std::to_array<std::string_view>({"text", "markdown", "html", "body", "content", "sections"});
  return std::ranges::find(bodies, key) != bodies.end();
}

} // namespace recap::indexer
