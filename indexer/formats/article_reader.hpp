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

/// The bytes of one article in its source, not parsed yet.
struct RawArticle {
  std::string_view bytes;
  std::size_t line = 0;   ///< where it begins; 0 = it is the whole file
  bool too_large = false; ///< `bytes` is cut
};

struct ReadOptions {
  std::string base_url;
  SiteStyle style;
  /// Larger articles are skipped: 1 MiB is 20 times the longest recap, and a hostile Markdown of
  /// that size takes cmark-gfm seconds.
  std::size_t max_article_bytes = 1024 * 1024;
  /// Processor time that one article may take to parse before it is skipped: a hundred times what
  /// an ordinary one of a MiB takes.
  unsigned max_article_seconds = 5;
};

using RawVisit = std::function<void(RawArticle const&)>;

/// Calls `visit` for each article of `file`, in order. Throws Unreadable when the file cannot be
/// read, Changing, possibly after some visits, when it was written to meanwhile.
void for_each_article(SourceFile const& file, ReadOptions const& options, RawVisit const& visit);

/// Parses what for_each_article() gave. Throws Unreadable with the line.
[[nodiscard]] Article parse_article(RawArticle const& raw, SourceFile const& file,
                                    ReadOptions const& options);

} // namespace recap::indexer
