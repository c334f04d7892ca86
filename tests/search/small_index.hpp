// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"
#include "indexer/update/run.hpp"
#include "searchd/search/engine.hpp"
#include "searchd/search/match/snapshot.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace recap::tests {

/// An index of a few articles, given as lines of JSON.
class SmallIndex {
public:
  explicit SmallIndex(std::vector<std::string> const& lines, unsigned shards = 1)
      : shards_(shards) {
    change(lines);
    engine_ = std::make_unique<search::Engine>(folder());
    store_ = std::make_unique<index::Store>(folder());
  }

  /// Makes another generation, of `lines`. Open generations stay as they are.
  void change(std::vector<std::string> const& lines) {
    auto const file = folder_.path() / "articles.jsonl";
    std::ofstream out(file);
    for (auto const& line : lines)
      out << line << '\n';
    out.close();
    indexer::RunOptions options;
    options.database = folder();
    options.sources = {file.string()};
    options.jobs = 1;
    options.shards = shards_;
    indexer::Report report;
    indexer::run(options, report);
  }

  [[nodiscard]] std::filesystem::path folder() const { return folder_.path() / "db"; }
  [[nodiscard]] index::Store const& store() const { return *store_; }
  [[nodiscard]] search::Engine const& engine() const { return *engine_; }
  [[nodiscard]] search::Engine& engine() { return *engine_; }

  [[nodiscard]] std::shared_ptr<search::Snapshot> snapshot() const {
    return std::make_shared<search::Snapshot>(*store_, engine_->generation(),
                                              search::RemoteShards());
  }

private:
  TemporaryFolder folder_;
  unsigned shards_;
  std::unique_ptr<search::Engine> engine_;
  std::unique_ptr<index::Store> store_;
};

} // namespace recap::tests
