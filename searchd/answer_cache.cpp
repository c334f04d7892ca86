// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/answer_cache.hpp"

#include <iterator>
#include <utility>

namespace recap {
namespace {

/// Memory of an entry beside its texts: nodes of list and map, and the string objects.
constexpr std::size_t bytes_per_entry = 512;

/// One large answer must not drive out all others.
constexpr std::size_t least_entries = 16;

std::size_t bytes_of(std::string const& key, AnswerCache::Answer const& answer) {
  std::size_t bytes = bytes_per_entry + key.size() + answer.response.body.size();
  for (auto const& [name, value] : answer.response.headers)
    bytes += name.size() + value.size();
  return bytes;
}

} // namespace

std::shared_ptr<AnswerCache::Answer const> AnswerCache::find(std::string_view key,
                                                             std::string_view version) {
  std::lock_guard const lock(mutex_);
  auto const known = by_key_.find(key);
  if (known == by_key_.end()) return nullptr;
  auto const entry = known->second;
  if (entry->answer->version != version) {
    drop(entry);
    return nullptr;
  }
  ++hits_;
  entries_.splice(entries_.begin(), entries_, entry);
  return entry->answer;
}

void AnswerCache::keep(std::string key, Answer answer) {
  auto const bytes = bytes_of(key, answer);
  if (bytes > most_bytes_ / least_entries) return;
  answer.response.body.shrink_to_fit();
  auto kept = std::make_shared<Answer const>(std::move(answer));
  std::lock_guard const lock(mutex_);
  if (auto const known = by_key_.find(key); known != by_key_.end()) drop(known->second);
  entries_.push_front({.key = std::move(key), .answer = std::move(kept), .bytes = bytes});
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += bytes;
  while (bytes_ > most_bytes_)
    drop(std::prev(entries_.end()));
}

void AnswerCache::drop(Entries::iterator entry) {
  bytes_ -= entry->bytes;
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

std::size_t AnswerCache::bytes() const {
  std::lock_guard const lock(mutex_);
  return bytes_;
}

std::uint64_t AnswerCache::hits() const {
  std::lock_guard const lock(mutex_);
  return hits_;
}

} // namespace recap
