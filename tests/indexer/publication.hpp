// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/stored_articles.hpp"
#include "indexer/update/run.hpp"
#include "tests/index/store_fixture.hpp"

#include <map>
#include <string>
#include <string_view>

namespace recap::indexer {

/// A folder of sources and the index of it.
class Publication {
public:
  using Articles = std::map<std::string, index::Record>;

  Publication() {
    std::filesystem::create_directory(sources());
    options.database = temporary_.path() / "db";
    options.sources = {sources().string()};
    options.jobs = 1;
  }

  RunOptions options; ///< of the following runs

  [[nodiscard]] std::filesystem::path sources() const { return temporary_.path() / "content"; }
  [[nodiscard]] std::filesystem::path const& database() const { return options.database; }

  void write(std::string const& name, std::string_view text) const {
    std::filesystem::create_directories((sources() / name).parent_path());
    index::write_file(sources() / name, text);
  }
  void remove(std::string const& name) const { std::filesystem::remove_all(sources() / name); }

  [[nodiscard]] Report run() const {
    Report report;
    indexer::run(options, report);
    return report;
  }

  [[nodiscard]] index::Manifest manifest() const { return store().open_current(); }
  [[nodiscard]] std::filesystem::path folder() const {
    return store().generation_folder(manifest().generation);
  }
  [[nodiscard]] index::Store store() const { return index::Store(options.database); }
  [[nodiscard]] index::StoredArticles stored() const { return {folder(), manifest()}; }

  /// The articles of the index by their ids.
  [[nodiscard]] Articles articles() const {
    Articles found;
    stored().for_each([&](auto, index::Record const& record) { found.emplace(record.id, record); });
    return found;
  }

private:
  tests::TemporaryFolder temporary_;
};

} // namespace recap::indexer
