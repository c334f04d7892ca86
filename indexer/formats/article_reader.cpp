// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/article_reader.hpp"

#include "indexer/formats/format.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

std::size_t line_of(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

void check_text(RawArticle const& raw, ReadOptions const& options) {
  if (raw.too_large) {
    throw metadata::Unreadable("larger than " + std::to_string(options.max_article_bytes) +
                                   " bytes; split it, or raise --max-article-bytes",
                               raw.line);
  }
  auto const place = [&](std::size_t offset) {
    return raw.line != 0 ? raw.line : line_of(raw.bytes, offset);
  };
  if (auto const offset = text::invalid_utf8(raw.bytes)) {
    throw metadata::Unreadable("byte " + std::to_string(*offset) +
                                   " is not UTF-8; save the file as UTF-8",
                               place(*offset));
  }
  if (auto const offset = raw.bytes.find('\0'); offset != std::string_view::npos) {
    throw metadata::Unreadable("byte " + std::to_string(offset) + " is zero; is this a text?",
                               place(offset));
  }
}

} // namespace

void for_each_article(SourceFile const& file, ReadOptions const& options, RawVisit const& visit) {
  file.format->split(file, options, visit);
}

Article parse_article(RawArticle const& raw, SourceFile const& file, ReadOptions const& options) {
  check_text(raw, options);
  return file.format->read(raw, file, options);
}

} // namespace recap::indexer
