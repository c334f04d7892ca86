// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/snapshot.hpp"

#include "index/checksum.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/match/remote_shards.hpp"
#include "text/analyser.hpp"

#include <algorithm>
#include <charconv>

namespace recap::search {
namespace {

/// Pause before an unreachable shard is tried again, so that not every search waits for it.
constexpr auto patience_after_failure = std::chrono::seconds(1);

index::Manifest open_manifest(index::Store const& store, std::uint64_t number,
                              RemoteShards const& remote) {
  if (remote.addresses.empty()) return store.open(number);
  return store.open(number, names_elsewhere(remote, store.read(number)));
}

std::string version_of(index::Manifest const& manifest) {
  std::string checksums;
  for (auto const& file : manifest.files)
    checksums += file.xxh3;
  return std::to_string(manifest.generation) + '-' + index::checksum(checksums);
}

std::vector<std::uint32_t> days_of(Column const& dates, Xapian::docid last) {
  std::vector<std::uint32_t> numbers;
  for (auto const& date : dates.dictionary()) {
    std::uint32_t day = 0;
    std::from_chars(date.data(), date.data() + date.size(), day);
    numbers.push_back(day);
  }
  std::vector<std::uint32_t> days(last + 1);
  for (Xapian::docid id = 1; id <= last; ++id) {
    if (auto const values = dates.of(id); !values.empty()) days[id] = numbers[values.front()];
  }
  return days;
}

} // namespace

Snapshot::Snapshot(index::Store const& store, std::uint64_t number, RemoteShards const& remote)
    : folder_(store.generation_folder(number))
    , remote_(remote)
    , manifest_(open_manifest(store, number, remote))
    , vocabulary_(store.generation_folder(number) / index::vocabulary_name)
    , phrases_(store.generation_folder(number) / index::phrases_name) {
  version_ = version_of(manifest_);
  if (!manifest_.segments.empty()) segments_.emplace(folder_, manifest_.segments);
  auto reader = open();
  for (index::Field const& field : index::fields) {
    if (field.facet || field.id == index::FieldId::date)
      columns_.emplace(field.id, Column(*reader, field.slot));
  }
  auto const& dates = column(index::FieldId::date).dictionary();
  days_ = days_of(column(index::FieldId::date), reader->database.get_lastdocid());
  if (!dates.empty()) newest_date_ = *std::ranges::max_element(dates);
  idle_.push_back(std::move(reader));
  readers_ = 1;
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

std::unique_ptr<Reader> Snapshot::open() const {
  return open_reader(folder_, manifest_, remote_, segments_ ? &*segments_ : nullptr);
}

std::unique_ptr<Reader> Snapshot::take_idle() {
  auto reader = std::move(idle_.back());
  idle_.pop_back();
  return reader;
}

std::unique_ptr<Reader> Snapshot::wait_for_idle() {
  std::unique_lock lock(mutex_);
  --readers_;                                // the reader that could not be opened
  if (readers_ == 0) returned_.notify_all(); // the others wait in vain
  returned_.wait(lock, [this] { return !idle_.empty() || readers_ == 0; });
  return idle_.empty() ? nullptr : take_idle();
}

std::unique_ptr<Reader> Snapshot::new_reader() {
  // The indexer has removed this generation, or files cannot be opened, or another host already
  // serves the next generation; readers that are open continue.
  try {
    return open();
  } catch (Xapian::Error const&) {
    if (auto reader = wait_for_idle()) return reader;
    throw;
  } catch (index::Error const& error) {
    if (auto reader = wait_for_idle()) return reader;
    std::lock_guard const lock(mutex_);
    last_failure_ = error;
    failed_at_ = Clock::now();
    throw;
  }
}

Snapshot::~Snapshot() = default;

Snapshot::Lease::Lease(std::shared_ptr<Snapshot> snapshot, std::unique_ptr<Reader> reader)
    : snapshot_(std::move(snapshot))
    , reader_(std::move(reader)) {}

Snapshot::Lease Snapshot::lease() {
  {
    std::lock_guard const lock(mutex_);
    if (!idle_.empty()) return {shared_from_this(), take_idle()};
    if (last_failure_ && Clock::now() - failed_at_ < patience_after_failure) throw *last_failure_;
    ++readers_;
  }
  return {shared_from_this(), new_reader()};
}

void Snapshot::Lease::discard() {
  {
    std::lock_guard const lock(snapshot_->mutex_);
    reader_.reset();
    snapshot_->readers_ -= 1 + snapshot_->idle_.size();
    snapshot_->idle_.clear();
  }
  snapshot_->returned_.notify_all();
}

Snapshot::Lease::~Lease() {
  if (!reader_) return;
  {
    std::lock_guard const lock(snapshot_->mutex_);
    snapshot_->idle_.push_back(std::move(reader_));
  }
  snapshot_->returned_.notify_one();
}

} // namespace recap::search
