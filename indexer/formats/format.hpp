// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article.hpp"
#include "indexer/formats/article_facts.hpp"
#include "indexer/formats/article_reader.hpp"

#include <span>
#include <string>
#include <string_view>

namespace recap::indexer {

/// Defines a source format; see formats().
struct Format {
  std::string_view name;
  std::span<std::string_view const> endings; ///< of file names: lower case, with the dot
  bool many = false;                         ///< a file may have any number of articles
  bool only_named = false;                   ///< read only if the file itself is named as a source
  /// Splits a file into articles.
  void (*split)(SourceFile const& file, ReadOptions const& options, RawVisit const& visit);
  /// Parses UTF-8 without zero bytes. Throws Unreadable with the line. One thread only.
  Article (*read)(RawArticle const& raw, SourceFile const& file, ReadOptions const& options);
  /// Facts about the same bytes for --check. Throws Unreadable with the line.
  ArticleFacts (*facts)(RawArticle const& raw);
};

[[nodiscard]] std::span<Format const> formats();

/// JSON lines, the format of standard input.
[[nodiscard]] Format const& json_lines_format();

/// The format of a file by its name, with or without folders; nullptr for other files.
[[nodiscard]] Format const* format_of(std::string_view name);

/// All endings: `.md, .markdown, ... or .ndjson` for `last` = " or ".
[[nodiscard]] std::string endings_listed(std::string_view last);

} // namespace recap::indexer
