// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/permalink_pattern.hpp"
#include "indexer/site/site_page.hpp"
#include "indexer/site/site_style.hpp"

#include <span>
#include <string>
#include <string_view>

namespace recap::indexer {

/// The rules of a site generator; a row of presets().
struct Preset {
  /// Which articles are not published before their date.
  enum class Waits { never, by_date, by_date_or_name };
  struct Folder {
    std::string_view folder;
    std::string_view route = {};
  };

  std::string_view name;         ///< value of --site
  std::string_view title;        ///< name in messages
  std::string_view anchors;      ///< a row of heading_styles()
  std::string_view pattern = {}; ///< default of pages, with Jekyll of posts
  /// Folders of articles in a project. A source without a configuration counts as the first.
  std::span<Folder const> folders;
  /// Files that are not articles: patterns as in .gitignore, relative to the folder of the project.
  std::span<std::string_view const> unpublished = {};
  /// Placeholders of patterns and of the addresses that pages state.
  Placeholders (*placeholders)() = nullptr;
  /// The address of `page`, from `/`, percent-encoded. `pattern` is that of its folder, or empty.
  std::string (*address)(SitePage const& page, SiteStyle const& style, std::string_view pattern);
  /// Completes the address that a page states; nullptr = leave it as it is.
  std::string (*stated)(std::string_view stated, SitePage const& page,
                        SiteStyle const& style) = nullptr;
  bool slug_is_id = false;           ///< false: a part of the address, not unique across folders
  bool id_is_address = false;        ///< `id` is a part of the address
  bool suffix_languages = false;     ///< `post.ko.md` and `ko/post.md` are translations
  bool bundles = false;              ///< other files next to `index.md` belong to that page
  bool index_before_readme = false;  ///< a `README.md` next to `index.md` is not a page
  bool builds_drafts_folder = false; ///< `_drafts` is an ordinary folder
  Waits waits = Waits::never;
};

[[nodiscard]] std::span<Preset const> presets();

/// The row of this name, or nullptr.
[[nodiscard]] Preset const* preset_named(std::string_view name);

/// All names: `path, html, ...`.
[[nodiscard]] std::string preset_names();

/// True for the preset of this name.
[[nodiscard]] inline bool is_site(Preset const& preset, std::string_view name) {
  return preset.name == name;
}

} // namespace recap::indexer
