// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_page.hpp"
#include "indexer/site/site_style.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// The place of a file in its site.
struct SitePlace {
  std::string path;           ///< below `folder`, without the language
  std::string language = {};  ///< code used in addresses, or empty
  std::string folder = {};    ///< of the project; empty = the project, or unknown
  std::string of_preset = {}; ///< the preset's name of that folder
  std::string route = {};     ///< that addresses of this folder begin with
  bool outside = false;       ///< not in a folder of articles
};

/// The place of the file `path`, given without its ending and relative to the project if the site
/// is configured, else to the generator's first folder of articles. If the generator has such
/// translations and `ko` is a language of the site, in any case, `a/post.ko` and `ko/a/post` are
/// `a/post` in `ko`.
[[nodiscard]] SitePlace place_of(std::string_view path, SiteStyle const& style);

/// The address of `page` on a site of this style, from `/`, percent-encoded; empty if it cannot be
/// known. `index` and `_index` have the address of their folder.
[[nodiscard]] std::string site_address(SitePage const& page, SiteStyle const& style);

/// A path that a page states, as its generator reads it: with placeholders filled in, and with Hugo
/// relative to the language unless it begins with `/`. Empty if it cannot be known.
[[nodiscard]] std::string stated_path(std::string_view stated, SitePage const& page,
                                      SiteStyle const& style);

} // namespace recap::indexer
