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

/// The preset that knows of no generator: addresses are paths.
[[nodiscard]] Preset const& no_generator();

/// A folder of a project that has articles.
struct ContentFolder {
  std::string folder;        ///< in the project, `/` between names; empty = the project itself
  std::string route = {};    ///< what addresses begin with: empty, or `/docs`
  std::string language = {}; ///< of all that is in it, or empty
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

/// How a site is made.
struct SiteStyle {
  Preset const* site = &no_generator();      ///< drafts, files, headings
  Preset const* addresses = &no_generator(); ///< the same unless --url-style says otherwise
  HeadingStyle const* headings = nullptr;    ///< of --anchors; nullptr = the preset's
  std::string pattern;                       ///< of posts (Jekyll) or pages; empty = the preset's
  std::map<std::string, std::string> folders = {}; ///< patterns by first folder
  /// Of Hugo and Zola, the one without a prefix first.
  std::vector<std::string> languages = {"en", "ko"};
  std::string time_zone = "UTC"; ///< Of Jekyll, whose addresses have days of it

  // What its configuration says.
  bool configured = false;            ///< places of files are those in the project
  std::vector<ContentFolder> content; ///< none = the preset's
  std::vector<FolderDefaults> defaults;
  std::vector<std::string> disabled_languages = {}; ///< of `languages`, not published
  bool future = false;                              ///< posts to come are built
  bool needs_front_matter = false;                  ///< a file without is no page
  std::shared_ptr<KnownPages const> pages = {};     ///< of a built site; nullptr = none are known
};

/// `written` is any number of `FOLDER=PATTERN` and at most one of `path`, a generator's name, a
/// named pattern of Jekyll (`jekyll`, which is its default, `date pretty ordinal none`) and a
/// pattern of posts (Jekyll) or pages, which begins with `/`. Throws std::invalid_argument, saying
/// what to write, for anything else, also a placeholder that is not known. `base` is what else is
/// known of the site; without a generator there, that of the addresses is the site's.
[[nodiscard]] SiteStyle site_style(std::vector<std::string> const& written, SiteStyle base = {});

/// The ids of headings: of --anchors, else the preset's.
[[nodiscard]] HeadingStyle const& heading_style_of(SiteStyle const& style);

/// The same for the same style.
[[nodiscard]] std::string to_string(SiteStyle const& style);

/// True for a code such as `ko` or `pt-br`.
[[nodiscard]] bool is_language_code(std::string_view code);

} // namespace recap::indexer
