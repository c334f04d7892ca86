// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/article_reader.hpp"

#include "indexer/field_rules.hpp"
#include "indexer/html.hpp"
#include "indexer/json_lines.hpp"
#include "indexer/markdown.hpp"
#include "indexer/metadata.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <fstream>

namespace recap::indexer {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::ifstream open(SourceFile const& file) {
  std::ifstream in(file.path, std::ios::binary);
  if (!in) throw Unreadable("cannot be opened; check that it is there and may be read");
  return in;
}

void read_whole(SourceFile const& file, ReadOptions const& options,
                std::function<void(RawArticle const&)> const& visit) {
  std::ifstream in = open(file);
  std::string content(options.max_article_bytes + 1, '\0');
  in.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (in.bad()) throw Unreadable("cannot be read");
  content.resize(static_cast<std::size_t>(in.gcount()));
  visit({.bytes = content, .line = 0, .too_large = content.size() > options.max_article_bytes});
}

/// One line without its end, of which at most `most` + 1 bytes are kept; false at the end of the
/// file.
bool read_line(std::istream& in, std::string& line, std::size_t most) {
  line.clear();
  std::streambuf& buffer = *in.rdbuf();
  int byte = buffer.sbumpc();
  if (byte == std::char_traits<char>::eof()) return false;
  while (byte != std::char_traits<char>::eof() && byte != '\n') {
    if (line.size() <= most) line += static_cast<char>(byte);
    byte = buffer.sbumpc();
  }
  return true;
}

void read_json_lines(SourceFile const& file, ReadOptions const& options,
                     std::function<void(RawArticle const&)> const& visit) {
  std::ifstream in = open(file);
  std::string line;
  for (std::size_t number = 1; read_line(in, line, options.max_article_bytes); ++number) {
    std::string_view bytes = line;
    if (number == 1 && bytes.starts_with(byte_order_mark))
      bytes.remove_prefix(byte_order_mark.size());
    if (bytes.ends_with('\r')) bytes.remove_suffix(1);
    if (bytes.find_first_not_of(" \t") == std::string_view::npos) continue;
    visit({.bytes = bytes, .line = number, .too_large = line.size() > options.max_article_bytes});
  }
}

std::size_t line_of(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

void check_text(RawArticle const& raw, ReadOptions const& options) {
  if (raw.too_large) {
    throw Unreadable("larger than " + std::to_string(options.max_article_bytes) +
                         " bytes; split it, or raise --max-article-bytes",
                     raw.line);
  }
  auto const place = [&](std::size_t offset) {
    return raw.line != 0 ? raw.line : line_of(raw.bytes, offset);
  };
  if (auto const offset = text::invalid_utf8(raw.bytes)) {
    throw Unreadable("byte " + std::to_string(*offset) + " is not UTF-8; save the file as UTF-8",
                     place(*offset));
  }
  if (auto const offset = raw.bytes.find('\0'); offset != std::string_view::npos) {
    throw Unreadable("byte " + std::to_string(offset) + " is zero; is this a text?", place(offset));
  }
}

/// A page of a built site, or the HTML of a site that is still to be built, with front matter,
/// which then counts before what the page says.
Article html_article(FrontMatter parts, SourceFile const& file, ReadOptions const& options) {
  Origin origin{.path = file.relative, .base_url = options.base_url};
  if (parts.metadata.empty()) origin = built_page(std::move(origin));
  HtmlPage page = read_html(parts.body);
  for (auto& entry : page.metadata) {
    if (find(parts.metadata, entry.key) == nullptr) parts.metadata.push_back(std::move(entry));
  }
  return apply_field_rules(parts.metadata, std::move(page.sections), origin);
}

} // namespace

void for_each_article(SourceFile const& file, ReadOptions const& options,
                      std::function<void(RawArticle const&)> const& visit) {
  if (holds_many(file.kind)) {
    read_json_lines(file, options, visit);
  } else {
    read_whole(file, options, visit);
  }
}

Article parse_article(RawArticle const& raw, SourceFile const& file, ReadOptions const& options) {
  check_text(raw, options);
  if (file.kind == SourceKind::json_lines)
    return json_article(raw.bytes, raw.line, {.path = {}, .base_url = options.base_url});
  FrontMatter parts = split_front_matter(raw.bytes);
  if (file.kind == SourceKind::html) return html_article(std::move(parts), file, options);
  auto const dialect = file.path.extension() == ".mdx" ? Dialect::mdx : Dialect::markdown;
  return apply_field_rules(parts.metadata, markdown_sections(parts.body, dialect),
                           {.path = file.relative, .base_url = options.base_url});
}

} // namespace recap::indexer
