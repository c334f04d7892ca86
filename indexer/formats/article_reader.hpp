// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article.hpp"
#include "indexer/formats/source_file.hpp"
#include "indexer/site/site_style.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace recap::indexer {

/// The unparsed bytes of one article in its source.
struct RawArticle {
  std::string_view bytes;
  std::size_t line = 0;   ///< where it begins; 0 = the whole file
  bool too_large = false; ///< `bytes` was cut
};

struct ReadOptions {
  std::string base_url;
  SiteStyle style;
  /// Larger articles are skipped. 1 MiB is 20 times the longest recap. cmark-gfm takes seconds for
  /// hostile Markdown of that size.
  std::size_t max_article_bytes = 1024 * 1024;
  /// Processor time to parse an article; one that takes longer is skipped. A hundred times what an
  /// ordinary article of 1 MiB takes.
  unsigned max_article_seconds = 5;
};

using RawVisit = std::function<void(RawArticle const&)>;

/// Calls `visit` for each article of `file`, in order. Throws Unreadable if the file cannot be
/// read, and Changing, possibly after some visits, if it was modified meanwhile.
void for_each_article(SourceFile const& file, ReadOptions const& options, RawVisit const& visit);

/// Parses an article from for_each_article(). Throws Unreadable with the line.
[[nodiscard]] Article parse_article(RawArticle const& raw, SourceFile const& file,
                                    ReadOptions const& options);

} // namespace recap::indexer
