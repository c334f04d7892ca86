// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/article_reader.hpp"
#include "indexer/formats/format.hpp"
#include "metadata/problem.hpp"
#include "tests/fuzz/target.hpp"

/// The first byte chooses the format.
void recap::fuzz::read(std::string_view bytes) {
  if (bytes.empty()) return;
  auto const formats = indexer::formats();
  auto const& format = formats[static_cast<unsigned char>(bytes.front()) % formats.size()];
  indexer::SourceFile file;
  file.path = file.name = file.relative = "a" + std::string(format.endings.front());
  file.format = &format;
  try {
    auto const article = indexer::parse_article(
        {.bytes = bytes.substr(1), .line = format.one_per_line ? 1U : 0U}, file, {});
    require(!article.record.id.empty() && !article.record.title.empty(), "an article has a name");
  } catch (metadata::Unreadable const&) {
  }
}
