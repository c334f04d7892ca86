// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article.hpp"
#include "indexer/formats/article_facts.hpp"
#include "indexer/formats/article_reader.hpp"

#include <span>
#include <string>
#include <string_view>

namespace recap::indexer {

/// A source format. A row of formats() says all about it.
struct Format {
  std::string_view name;
  std::span<std::string_view const> endings; ///< of file names: lower case, with the dot
  bool many = false;                         ///< any number of articles in a file
  bool only_named = false; ///< read where a file is named as a source itself, not in a folder
  /// Cuts a file into articles.
  void (*split)(SourceFile const& file, ReadOptions const& options, RawVisit const& visit);
  /// Parses UTF-8 without zero bytes. Throws Unreadable with the line. One thread only.
  Article (*read)(RawArticle const& raw, SourceFile const& file, ReadOptions const& options);
  /// What --check wants to know of the same bytes. Throws Unreadable with the line.
  ArticleFacts (*facts)(RawArticle const& raw);
};

[[nodiscard]] std::span<Format const> formats();

/// JSON lines: what standard input holds.
[[nodiscard]] Format const& json_lines_format();

/// The format of a file of this name, with folders before it or without; nullptr for none.
[[nodiscard]] Format const* format_of(std::string_view name);

/// All endings, as `.md, .markdown, ... or .ndjson` for `last` = " or ".
[[nodiscard]] std::string endings_listed(std::string_view last);

} // namespace recap::indexer
