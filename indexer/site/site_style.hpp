// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/heading_ids.hpp"
#include "indexer/site/site_map.hpp"
#include "metadata/metadata.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

struct Preset;

/// The preset for sites without a known generator: addresses are paths.
[[nodiscard]] Preset const& no_generator();

/// A folder of articles in a project.
struct ContentFolder {
  std::string folder;        ///< in the project, `/` between names; empty = the project itself
  std::string route = {};    ///< what addresses begin with: empty, or `/docs`
  std::string language = {}; ///< of its articles, or empty
  /// The folder of the preset that this one replaces; empty = none, or the same.
  std::string of_preset = {};
};

/// Metadata that a site gives to the articles of a folder that do not state it themselves.
struct FolderDefaults {
  enum class Of { all, posts, pages };
  std::string folder; ///< or file, in the project; empty = all
  Of of = Of::all;    ///< Jekyll's types
  metadata::Entries metadata;
  /// Only for articles whose path in the project matches one of these (path_glob.hpp); none = all.
  std::vector<std::string> paths = {};
  // Of Hugo's `target`, patterns; empty = any.
  std::string target_path = {}; ///< below the folder of content, from `/`
  std::string target_kind = {}; ///< `page`, `section` or `home`
  std::string target_language = {};
};

/// The rules by which a site is built.
struct SiteStyle {
  Preset const* site = &no_generator();      ///< drafts, files, headings
  Preset const* addresses = &no_generator(); ///< the same unless --url-style says otherwise
  HeadingStyle const* headings = nullptr;    ///< nullptr = the preset's
  std::string pattern;                       ///< of posts (Jekyll) or pages; empty = the preset's
  std::map<std::string, std::string> folders = {}; ///< patterns by first folder
  /// For Hugo and Zola; the language without a prefix comes first.
  std::vector<std::string> languages = {"en", "ko"};
  std::string time_zone = "UTC"; ///< for the days in Jekyll's addresses

  // From the configuration.
  bool configured = false;            ///< places of files are relative to the project
  std::vector<ContentFolder> content; ///< empty = the preset's
  std::vector<FolderDefaults> defaults;
  std::vector<std::string> disabled_languages = {}; ///< languages that are not published
  bool future = false;                              ///< future articles are published
  bool needs_front_matter = false;                  ///< a file without it is not a page
  std::shared_ptr<KnownPages const> pages = {};     ///< of a built site; nullptr = unknown
};

/// The style that the values of --url-style describe. `written` has any number of `FOLDER=PATTERN`,
/// and at most one of: `path`, the name of a generator, one of Jekyll's named patterns (`jekyll`,
/// which is its default, `date pretty ordinal none`), or a pattern of posts (Jekyll) or pages,
/// which begins with `/`. `base` has the other rules of the site; if it has no generator, that of
/// the addresses is used. Throws std::invalid_argument, which says what to write, for any other
/// value and for an unknown placeholder.
[[nodiscard]] SiteStyle site_style(std::vector<std::string> const& written, SiteStyle base = {});

/// The rules for the ids of headings: those of --anchors, else the preset's.
[[nodiscard]] HeadingStyle const& heading_style_of(SiteStyle const& style);

/// Equal for equal styles, so that a run can tell whether the style has changed.
[[nodiscard]] std::string to_string(SiteStyle const& style);

/// True for a code such as `ko` or `pt-br`.
[[nodiscard]] bool is_language_code(std::string_view code);

} // namespace recap::indexer
