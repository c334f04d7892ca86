// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/inherited_metadata.hpp"

#include "indexer/site/jekyll.hpp"
#include "indexer/site/path_glob.hpp"
#include "indexer/site/preset.hpp"
#include "indexer/site/site_page.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <string>

namespace recap::indexer {
namespace {

bool is_in_folder(std::string_view path, std::string_view folder) {
  return folder.empty() || path == folder ||
         (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

/// Hugo's kind of page.
std::string_view kind_of(SitePlace const& place) {
  if (place.path == "_index" || place.path == "index") return "home";
  return split_path(place.path).second == "_index" ? "section" : "page";
}

/// Before Hugo 0.123, the path of a page had the file's ending, so a pattern may be for either
/// form.
bool matches_path(FolderDefaults const& defaults, std::string_view path, SitePlace const& place) {
  if (defaults.target_path.empty()) return true;
  auto const pattern = text::lowered(defaults.target_path);
  auto const below = path.substr(place.folder.empty() ? 0 : place.folder.size() + 1);
  auto folder = split_path(place.path).first;
  bool const stands = is_index(split_path(place.path).second) && !folder.empty();
  if (stands) folder.pop_back();
  return path_matches(pattern, text::lowered(below)) ||
         path_matches(pattern, text::lowered(place.path)) ||
         (stands && path_matches(pattern, text::lowered(folder)));
}

bool is_target(FolderDefaults const& defaults, std::string_view path, SitePlace const& place,
               SiteStyle const& style) {
  auto const matches = [](std::string const& pattern, std::string_view name) {
    return pattern.empty() || path_matches(pattern, name);
  };
  return matches_path(defaults, path, place) && matches(defaults.target_kind, kind_of(place)) &&
         matches(defaults.target_language, language_of(place, style));
}

bool concerns(FolderDefaults const& defaults, std::string_view path) {
  if (!is_in_folder(path, defaults.folder)) return false;
  return defaults.paths.empty() ||
         std::ranges::any_of(defaults.paths, [&](std::string const& pattern) {
           return path_matches(pattern, path);
         });
}

std::vector<std::string> joined_categories(metadata::Entry const& first,
                                           metadata::Entry const& second) {
  auto all = categories_of(first);
  for (auto& category : categories_of(second))
    all.push_back(std::move(category));
  return all;
}

} // namespace

std::string language_of(SitePlace const& place, SiteStyle const& style) {
  if (!place.language.empty()) return place.language;
  auto const first = std::ranges::find_if(
      style.languages, [](std::string const& language) { return language != "none"; });
  return first == style.languages.end() ? "" : *first;
}

metadata::Entries inherited_metadata(metadata::Entries const& stated, std::string_view path,
                                     SitePlace const& place, SiteStyle const& style) {
  metadata::Entries all = stated;
  auto const rooted = '/' + std::string(path);
  bool const is_post = rooted.find("/_posts/") != std::string::npos;
  // For a plain page, Jekyll looks for `published` in the file only.
  bool const is_plain = is_site(*style.site, "jekyll") && rooted.find("/_") == std::string::npos;
  using Of = FolderDefaults::Of;
  // The deepest folder comes last, and counts first.
  for (auto each = style.defaults.rbegin(); each != style.defaults.rend(); ++each) {
    bool const of_type = each->of == Of::all || (each->of == Of::posts ? is_post : is_plain);
    if (!of_type || !concerns(*each, path) || !is_target(*each, path, place, style)) continue;
    for (auto const& entry : each->metadata) {
      if (is_plain && entry.key == "published") continue;
      auto const known = std::ranges::find(all, entry.key, &metadata::Entry::key);
      if (known == all.end()) {
        all.push_back(entry);
      } else if (entry.key == "categories") {
        known->values = joined_categories(entry, *known);
        known->kind = metadata::Entry::Kind::list;
      }
    }
  }
  return all;
}

} // namespace recap::indexer
