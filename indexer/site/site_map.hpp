// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// What a built site says of one of its pages outside of it.
struct KnownPage {
  std::string address;
  std::string date; ///< `YYYY-MM-DD`, or empty
};

/// By built_page_key() of their files.
using KnownPages = std::map<std::string, KnownPage>;

/// What sitemap and feeds of a built site say.
struct SiteMap {
  struct Problem {
    std::string file;
    std::size_t line = 0; ///< 0 = the whole file
    std::string reason;
  };
  KnownPages pages;
  std::vector<std::string> files; ///< that were read
  std::vector<Problem> problems;  ///< of files that could not be
};

/// What the sitemap and the feeds (RSS, Atom) in `folder` say, by the names that generators give
/// them; a feed's date counts before a sitemap's `lastmod`. Of a sitemap of sitemaps those in
/// `folder` are read. Nothing is fetched, no entity is expanded. At most 100 files of 50 MiB, which
/// is the protocol's limit, and 500,000 pages.
[[nodiscard]] SiteMap read_site_map(std::filesystem::path const& folder);

/// What a page's path and address have in common: `a/b` of `a/b/index.html`, `a/b.html`, `/a/b/`.
[[nodiscard]] std::string built_page_key(std::string_view path);

} // namespace recap::indexer
