// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// Facts about a page of a built site from its sitemap and feeds.
struct KnownPage {
  std::string address;
  std::string date; ///< `YYYY-MM-DD`, or empty
};

/// Keyed by built_page_key() of the file.
using KnownPages = std::map<std::string, KnownPage>;

/// The sitemap and the feeds of a built site.
struct SiteMap {
  struct Problem {
    std::string file;
    std::size_t line = 0; ///< 0 = the whole file
    std::string reason;
  };
  KnownPages pages;
  std::vector<std::string> files; ///< that were read
  std::vector<Problem> problems;  ///< of files that could not be read
};

/// Reads the sitemap and the feeds (RSS, Atom) in `folder`, by the names that generators give them.
/// The date in a feed takes precedence over `lastmod` in a sitemap. From an index of sitemaps,
/// those in `folder` are read. Nothing is fetched, and no entity is expanded. Reads at most 100
/// files of 50 MiB, which is the protocol's limit, and 500,000 pages.
[[nodiscard]] SiteMap read_site_map(std::filesystem::path const& folder);

/// The common part of the path and the address of a page: `a/b` for `a/b/index.html`, `a/b.html`
/// and
/// `/a/b/`.
[[nodiscard]] std::string built_page_key(std::string_view path);

} // namespace recap::indexer
