// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"
#include "searchd/search/match/best_matches.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/match/work.hpp"
#include "tests/search/small_index.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace recap::tests {

/// A reader of a small index, and its snapshot, for tests of a single unit.
class SmallReader {
public:
  explicit SmallReader(std::vector<std::string> const& lines, unsigned shards = 1)
      : index_(lines, shards) {}

  [[nodiscard]] search::Snapshot const& snapshot() const { return *snapshot_; }
  [[nodiscard]] search::Reader& reader() { return *lease_; }

  [[nodiscard]] std::uint32_t document(std::string const& id) { return lease_->document(id); }

  /// The ids of the articles that match, best first.
  [[nodiscard]] std::vector<std::string> ids(search::Clause const& clause) {
    search::Work work(every_posting);
    std::vector<std::string> ids;
    for (auto const& match : search::best_matches(*lease_, clause, lease_->articles(), work))
      ids.push_back(lease_->fields(match.id).id);
    return ids;
  }

private:
  static constexpr std::uint64_t every_posting = 1'000'000;
  SmallIndex index_;
  std::shared_ptr<search::Snapshot> snapshot_ = index_.snapshot();
  search::Snapshot::Lease lease_ = snapshot_->lease();
};

} // namespace recap::tests
