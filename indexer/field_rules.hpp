// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/article.hpp"
#include "indexer/metadata.hpp"
#include "indexer/site_address.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

/// Where an article comes from, for what its metadata leaves open.
struct Origin {
  std::string path;     ///< relative to the source folder, `/` between names; empty for JSON lines
  std::string base_url; ///< of the site, or empty
  std::string id = {};  ///< empty = path without its ending
  std::optional<std::string> url_path = {}; ///< below base_url; nothing = path in `style`
  SiteStyle style = {};
};

/// `origin` of a page of a built site: `a/index.html` is `a` with the address `a/`, `a.html` is `a`
/// and keeps its address.
[[nodiscard]] Origin built_page(Origin origin);

/// A date as sites write it, as `YYYY-MM-DD`: `2023-01-30`, `2023/1/30`, with a time and a zone
/// behind it (`T10:00:00+09:00`, ` 9:05:00 -4`, `Z`). The day as written counts, which is the
/// author's. Nothing for anything else, and for days that do not exist.
[[nodiscard]] std::optional<std::string> parse_date(std::string_view text);

/// True for a key that some rule of docs/fields.md reads; lower case.
[[nodiscard]] bool is_known_key(std::string_view key);

/// Fills in every field but the sections, by the rules of docs/fields.md: other sites' names
/// are accepted, year and season come from the title where they are not stated.
/// `sections` (headings and text) tell title and language where the metadata does not.
/// Throws Unreadable with the line of a key whose value cannot be what it says.
[[nodiscard]] Article apply_field_rules(Metadata const& metadata,
                                        std::vector<index::Section> sections, Origin const& origin);

} // namespace recap::indexer
