// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/known_keys.hpp"

#include "index/fields.hpp"

#include <algorithm>
#include <array>

namespace recap::metadata {

bool is_known_key(std::string_view key) {
  // Keys for drafts and addresses, and the maps of Zola and Hugo that are read.
  static constexpr auto others = std::to_array<std::string_view>({"slug",
                                                                  "draft",
                                                                  "publish",
                                                                  "unlisted",
                                                                  "render",
                                                                  "status",
                                                                  "redirect_to",
                                                                  "expirydate",
                                                                  "headless",
                                                                  "noindex",
                                                                  "robots",
                                                                  "private",
                                                                  "hidden",
                                                                  "search",
                                                                  "searchable",
                                                                  "pagefind",
                                                                  "search_exclude",
                                                                  "exclude_from_search",
                                                                  "excludefromsearch",
                                                                  "extra",
                                                                  "taxonomies",
                                                                  "params",
                                                                  "build",
                                                                  "_build"});
  bool const of_field = std::ranges::any_of(index::fields, [&](index::Field const& field) {
    auto const keys = index::keys_of(field);
    return std::ranges::find(keys, key) != keys.end();
  });
  return of_field || key.starts_with("title_") || is_body_key(key) ||
         std::ranges::find(others, key) != others.end();
}

bool is_body_key(std::string_view key) {
  static constexpr auto bodies =
      std::to_array<std::string_view>({"text", "markdown", "html", "body", "content", "sections"});
  return std::ranges::find(bodies, key) != bodies.end();
}

} // namespace recap::metadata
