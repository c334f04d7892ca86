// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/permalink_pattern.hpp"
#include "indexer/site/site_page.hpp"
#include "indexer/site/site_style.hpp"

#include <span>
#include <string>
#include <string_view>

namespace recap::indexer {

/// A generator of sites. A row of presets() says all about it.
struct Preset {
  /// Which articles wait until the moment that they are dated at.
  enum class Waits { never, by_date, by_date_or_name };
  struct Folder {
    std::string_view folder;
    std::string_view route = {};
  };

  std::string_view name;    ///< of --site
  std::string_view title;   ///< for people
  std::string_view anchors; ///< a row of heading_styles()
  std::string_view pattern; ///< of pages, or of Jekyll's posts, that have none of their own
  /// Where articles are in a project, the first also where a source without a configuration is.
  std::span<Folder const> folders;
  /// Files that are no articles, as .gitignore has them, from the project's folder.
  std::span<std::string_view const> unpublished = {};
  /// Of patterns, and of addresses that pages state.
  Placeholders (*placeholders)() = nullptr;
  /// Where `page` is, from `/`, percent-encoded. `pattern` is that of its folder, or empty.
  std::string (*address)(SitePage const& page, SiteStyle const& style, std::string_view pattern);
  /// What a page states as its address, completed; nullptr = as it is.
  std::string (*stated)(std::string_view stated, SitePage const& page,
                        SiteStyle const& style) = nullptr;
  bool slug_is_id = false;       ///< else it is a part of an address, and two folders may share it
  bool id_is_address = false;    ///< a stated `id` is a part of an address, too
  bool suffix_languages = false; ///< `post.ko.md` and, of Hugo, `ko/post.md` are translations
  bool bundles = false;          ///< beside `index.md` other files are no pages
  bool builds_drafts_folder = false; ///< `_drafts` is a folder like others
  Waits waits = Waits::never;
};

[[nodiscard]] std::span<Preset const> presets();

/// The row of this name, or nullptr.
[[nodiscard]] Preset const* preset_named(std::string_view name);

/// All names, as `path, html, ...`.
[[nodiscard]] std::string preset_names();

/// True for the preset of this name.
[[nodiscard]] inline bool is_site(Preset const& preset, std::string_view name) {
  return preset.name == name;
}

} // namespace recap::indexer
