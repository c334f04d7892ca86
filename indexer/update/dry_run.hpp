// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/stored_articles.hpp"
#include "indexer/report/report.hpp"
#include "indexer/update/changes.hpp"

#include <cstdint>
#include <optional>

namespace recap::indexer {

/// Adds to the report what would be done, without doing it.
class DryRun : public Changes {
public:
  /// `base`: the generation that would be changed. Throws index::Error(damaged).
  DryRun(index::Store const& store, std::optional<std::uint64_t> base, Report& report);

  void put(Parsed article, Put put) override;
  void remove(std::string const& id, std::string const& file) override;

private:
  [[nodiscard]] std::optional<index::Record> stored(std::string const& id) const;

  std::optional<index::StoredArticles> base_;
  Report& report_;
};

} // namespace recap::indexer
