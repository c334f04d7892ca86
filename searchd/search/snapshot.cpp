// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/snapshot.hpp"

namespace recap::search {

Snapshot::Snapshot(index::Store const& store, std::uint64_t number)
    : folder_((store.generation_folder(number) / index::database_name).string())
    , manifest_(store.open(number))
    , vocabulary_(store.generation_folder(number) / index::vocabulary_name) {
  auto reader = std::make_unique<Reader>(folder_);
  for (index::Field const& field : index::fields) {
    if (field.facet) columns_.emplace(field.id, Column(reader->database, field.slot));
  }
  idle_.push_back(std::move(reader));
}

Snapshot::Lease Snapshot::lease() {
  {
    std::lock_guard const lock(mutex_);
    if (!idle_.empty()) {
      auto reader = std::move(idle_.back());
      idle_.pop_back();
      return {shared_from_this(), std::move(reader)};
    }
  }
  return {shared_from_this(), std::make_unique<Reader>(folder_)};
}

Snapshot::Lease::~Lease() {
  std::lock_guard const lock(snapshot_->mutex_);
  snapshot_->idle_.push_back(std::move(reader_));
}

} // namespace recap::search
