// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_address.hpp"

#include "indexer/site/preset.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

bool is_below(std::string_view path, std::string_view folder) {
  return folder.empty() ||
         (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

SitePlace placed(std::string_view path, std::string_view folder, std::string_view route,
                 std::string_view language) {
  auto const below = path.substr(folder.empty() ? 0 : folder.size() + 1);
  return {.path = std::string(below),
          .language = std::string(language),
          .folder = std::string(folder),
          .route = std::string(route)};
}

/// The place in the deepest folder of the site that contains the file.
SitePlace in_project(std::string_view path, SiteStyle const& style) {
  SitePlace best{.path = std::string(path), .outside = true};
  auto const offer = [&](std::string_view folder, std::string_view route,
                         std::string_view language) {
    if (!is_below(path, folder)) return;
    if (best.outside || folder.size() > best.folder.size())
      best = placed(path, folder, route, language);
  };
  for (auto const& folder : style.content) {
    offer(folder.folder, folder.route, folder.language);
    bool const best_yet = !best.outside && best.folder == folder.folder;
    if (best_yet) best.of_preset = folder.of_preset.empty() ? folder.folder : folder.of_preset;
  }
  if (!style.content.empty()) return best;
  for (auto const& folder : style.site->folders)
    offer(folder.folder, folder.route, {});
  return best;
}

SitePlace in_folder(std::string_view path, SiteStyle const& style) {
  auto place = in_project(path, style);
  if (style.configured || (!place.outside && !place.folder.empty())) return place;
  // The place of the source is unknown; it counts as the first folder that the generator reads.
  auto const& first = style.site->folders.front();
  return {.path = std::string(path),
          .folder = std::string(first.folder),
          .route = std::string(first.route)};
}

void take_language(SitePlace& place, SiteStyle const& style) {
  auto const take = [&](std::string_view code) {
    auto const same = [&](std::string const& language) {
      return text::fold(language) == text::fold(code);
    };
    if (std::ranges::none_of(style.languages, same)) return false;
    place.language = text::fold(code);
    return true;
  };
  if (auto const folder = first_folder(place.path); take(folder))
    place.path.erase(0, folder.size() + 1);
  auto const name = place.path.rfind('/') + 1;
  auto const dot = place.path.rfind('.');
  if (dot != std::string::npos && dot > name && take(std::string_view(place.path).substr(dot + 1)))
    place.path.resize(dot);
}

std::string_view pattern_of(std::string_view folder, SiteStyle const& style) {
  auto found = style.folders.find(std::string(folder));
  // Jekyll's configuration names a collection without the underscore of its folder.
  if (found == style.folders.end() && is_site(*style.addresses, "jekyll") &&
      folder.starts_with('_'))
    found = style.folders.find(std::string(folder.substr(1)));
  return found == style.folders.end() ? std::string_view() : found->second;
}

} // namespace

SitePlace place_of(std::string_view path, SiteStyle const& style) {
  auto place = in_folder(path, style);
  if (style.addresses->suffix_languages) take_language(place, style);
  return place;
}

std::string site_address(SitePage const& page, SiteStyle const& style) {
  auto const address =
      style.addresses->address(page, style, pattern_of(first_folder(page.path), style));
  return address.empty() ? address : page.route + address;
}

std::string stated_path(std::string_view stated, SitePage const& page, SiteStyle const& style) {
  auto const complete = style.addresses->stated;
  return complete == nullptr ? std::string(stated) : complete(stated, page, style);
}

} // namespace recap::indexer
