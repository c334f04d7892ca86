// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/snapshot.hpp"

namespace recap::search {

Snapshot::Snapshot(index::Store const& store, std::uint64_t number)
    : folder_((store.generation_folder(number) / index::database_name).string())
    , manifest_(store.open(number))
    , vocabulary_(store.generation_folder(number) / index::vocabulary_name)
    , phrases_(store.generation_folder(number) / index::phrases_name) {
  auto reader = std::make_unique<Reader>(folder_);
  for (index::Field const& field : index::fields) {
    if (field.facet || field.id == index::FieldId::date)
      columns_.emplace(field.id, Column(reader->database, field.slot));
  }
  idle_.push_back(std::move(reader));
}

std::vector<std::vector<std::string>> const& Snapshot::topic_stems(text::Analyser& analyser) const {
  std::call_once(topics_read_, [&] {
    for (auto const& topic : column(index::FieldId::topic).dictionary()) {
      auto& stems = topic_stems_.emplace_back();
      auto const tokens = analyser.analyse(topic);
      bool const one_word =
          !tokens.empty() && text::Analyser::next_position(tokens, 1) == 1 + tokens.front().parts;
      stems.push_back(one_word ? tokens.front().stem : "");
      for (auto const& token : tokens) {
        if (token.kind != text::TokenKind::compound) stems.push_back(token.stem);
      }
    }
  });
  return topic_stems_;
}

std::unique_ptr<Reader> Snapshot::take_idle() {
  auto reader = std::move(idle_.back());
  idle_.pop_back();
  return reader;
}

Snapshot::Lease Snapshot::lease() {
  {
    std::lock_guard const lock(mutex_);
    if (!idle_.empty()) return {shared_from_this(), take_idle()};
  }
  try {
    return {shared_from_this(), std::make_unique<Reader>(folder_)};
  } catch (Xapian::DatabaseOpeningError const&) {
    // The indexer has removed this generation, or files can't be opened; a reader that is open goes
    // on, and there is one.
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !idle_.empty(); });
    return {shared_from_this(), take_idle()};
  }
}

Snapshot::Lease::~Lease() {
  {
    std::lock_guard const lock(snapshot_->mutex_);
    snapshot_->idle_.push_back(std::move(reader_));
  }
  snapshot_->returned_.notify_one();
}

} // namespace recap::search
