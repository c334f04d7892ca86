// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article.hpp"
#include "indexer/site/site_style.hpp"
#include "metadata/date.hpp"
#include "metadata/metadata.hpp"

#include <optional>
#include <string>

namespace recap::indexer {

/// The origin of an article, for fields that its metadata does not state.
struct Origin {
  std::string path = {}; ///< relative to the source folder, `/` between names; empty for JSON lines
  std::string base_url = {};                ///< of the site, or empty
  std::string id = {};                      ///< empty = path without its ending
  std::optional<std::string> url_path = {}; ///< below base_url; nothing = path in `style`
  SiteStyle style = {};
  std::string place = {}; ///< in the project of a configured site; empty = path
};

/// `origin` for a page of a built site: `a/index.html` has the id `a` and the path `a/`; `a.html`
/// has the id `a` and keeps its path.
[[nodiscard]] Origin built_page(Origin origin);

/// Makes an article of `metadata` and `sections` (headings and text) by the rules of
/// docs/fields.md. Derives a title or language that is not stated from the sections, and year and
/// season from the title. Omits an invalid value with a remark; if that could publish a draft,
/// throws Unreadable with its line.
[[nodiscard]] Article apply_field_rules(metadata::Entries const& metadata,
                                        std::vector<index::Section> sections, Origin const& origin);

} // namespace recap::indexer
