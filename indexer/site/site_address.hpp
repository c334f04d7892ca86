// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_page.hpp"
#include "indexer/site/site_style.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// Where a file is in its site.
struct SitePlace {
  std::string path;           ///< below `folder`, without the language
  std::string language = {};  ///< as it stands in addresses, or empty
  std::string folder = {};    ///< of the project; empty = the project, or unknown
  std::string of_preset = {}; ///< the preset's name of that folder
  std::string route = {};     ///< that addresses of this folder begin with
  bool outside = false;       ///< in no folder that the site has articles in
};

/// The place of the file `path`, without its ending: in the project where the site is configured,
/// else in the first folder that its generator has articles in. `a/post` and `ko` of `a/post.ko`
/// and of `ko/a/post`, if the generator has such translations and `ko` is one of the site's
/// languages (in any case).
[[nodiscard]] SitePlace place_of(std::string_view path, SiteStyle const& style);

/// Where a site of this style has `page`, from `/`, percent-encoded; empty where that cannot be
/// known. `index` and `_index` stand for their folder.
[[nodiscard]] std::string site_address(SitePage const& page, SiteStyle const& style);

/// A path that a page states, as its generator reads it: placeholders filled, and with Hugo one
/// that does not begin with `/` below its language. Empty where it cannot be known.
[[nodiscard]] std::string stated_path(std::string_view stated, SitePage const& page,
                                      SiteStyle const& style);

} // namespace recap::indexer
