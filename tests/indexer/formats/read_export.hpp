// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/format.hpp"
#include "tests/temporary_folder.hpp"

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace recap::tests {

/// The articles of an export; for an unreadable one its line and the reason.
struct ReadExport {
  std::vector<indexer::Article> articles;
  std::vector<std::size_t> lines;
  std::string reason;
};

inline ReadExport read_export(std::string const& bytes, std::string const& name = "site.xml") {
  TemporaryFolder const folder;
  auto const path = folder.path() / name;
  std::ofstream(path) << bytes;
  indexer::SourceFile const file{
      .path = path, .name = name, .relative = name, .format = indexer::format_of(name)};
  ReadExport found;
  try {
    indexer::for_each_article(file, {}, [&](indexer::RawArticle const& raw) {
      found.articles.push_back(indexer::parse_article(raw, file, {}));
      found.lines.push_back(raw.line);
    });
  } catch (metadata::Unreadable const& error) {
    found.reason = std::to_string(error.line()) + ": " + error.what();
  }
  return found;
}

} // namespace recap::tests
