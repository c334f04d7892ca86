// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"
#include "indexer/update/run.hpp"
#include "searchd/search/engine.hpp"
#include "searchd/search/match/snapshot.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace recap::tests {

/// An index of a few articles, given as lines of JSON.
class SmallIndex {
public:
  explicit SmallIndex(std::vector<std::string> const& lines) {
    auto const file = folder_.path() / "articles.jsonl";
    std::ofstream out(file);
    for (auto const& line : lines)
      out << line << '\n';
    out.close();
    indexer::RunOptions options;
    options.database = folder_.path() / "db";
    options.sources = {file.string()};
    options.jobs = 1;
    indexer::Report report;
    indexer::run(options, report);
    engine_ = std::make_unique<search::Engine>(options.database);
    store_ = std::make_unique<index::Store>(options.database);
  }

  [[nodiscard]] search::Engine const& engine() const { return *engine_; }

  [[nodiscard]] std::shared_ptr<search::Snapshot> snapshot() const {
    return std::make_shared<search::Snapshot>(*store_, engine_->generation(),
                                              search::RemoteShards());
  }

private:
  TemporaryFolder folder_;
  std::unique_ptr<search::Engine> engine_;
  std::unique_ptr<index::Store> store_;
};

} // namespace recap::tests
