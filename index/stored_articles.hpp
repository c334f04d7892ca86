// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"
#include "index/record.hpp"
#include "index/segments.hpp"

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace recap::index {

/// The stored articles of a generation: in its segments, or in the documents of its shards. For one
/// thread at a time. All functions throw Error(damaged), and Xapian::Error if a database cannot be
/// read.
class StoredArticles {
public:
  /// `folder`: of the generation.
  StoredArticles(std::filesystem::path const& folder, Manifest const& manifest);

  [[nodiscard]] Xapian::Database const& database() const { return database_; }
  /// nullopt for a sharded generation.
  [[nodiscard]] std::optional<Segments> const& segments() const { return segments_; }

  /// The article with this number, with its texts.
  [[nodiscard]] Record record(std::uint32_t docid) const;

  /// The number of the article with this id.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string const& id) const;

  /// Calls `visit` with number and record of every article, in the order of their numbers.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at)
      visit(*at, record(*at));
  }

private:
  Xapian::Database database_;
  std::optional<Segments> segments_;
};

} // namespace recap::index
