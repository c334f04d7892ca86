// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/engine.hpp"

#include "index/error.hpp"
#include "index/generation.hpp"
#include "searchd/search/searcher.hpp"
#include "searchd/search/snapshot.hpp"

#include <chrono>
#include <mutex>

namespace recap::search {

struct Engine::State {
  State(std::filesystem::path folder, QueryLimits query_limits)
      : store(std::move(folder))
      , limits(query_limits) {}

  index::Store store;
  QueryLimits limits;
  mutable std::mutex mutex; ///< of `current` alone: held for the copy of a pointer
  std::shared_ptr<Snapshot> current;

  [[nodiscard]] std::shared_ptr<Snapshot> snapshot() const {
    std::lock_guard const lock(mutex);
    return current;
  }

  /// The place where Xapian's exceptions end: its base class is no std::exception.
  template <typename Function>
  auto guarded(Function&& function) const {
    try {
      return function();
    } catch (Xapian::Error const& error) {
      throw index::Error(index::ErrorCode::damaged, store.folder().string() + ": " +
                                                        error.get_description() +
                                                        "; index again with --rebuild");
    }
  }

  [[nodiscard]] std::shared_ptr<Snapshot> open() const {
    auto const number = store.current();
    if (!number) static_cast<void>(store.open_current()); // throws, saying what to do
    return guarded([&] { return std::make_shared<Snapshot>(store, *number); });
  }
};

Engine::Engine(std::filesystem::path folder, QueryLimits limits)
    : state_(std::make_unique<State>(std::move(folder), limits)) {
  state_->current = state_->open();
}

Engine::~Engine() = default;

Result Engine::search(Request const& request) const {
  auto const begin = std::chrono::steady_clock::now();
  auto const snapshot = state_->snapshot();
  Result result = state_->guarded([&] {
    auto const reader = snapshot->lease();
    return run_search(*snapshot, *reader, request, state_->limits);
  });
  result.took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  return result;
}

std::optional<index::Record> Engine::article(std::string const& id) const {
  auto const snapshot = state_->snapshot();
  return state_->guarded([&]() -> std::optional<index::Record> {
    auto const reader = snapshot->lease();
    auto const term = index::value_term(index::field(index::FieldId::id), id);
    auto const at = reader->database.postlist_begin(term);
    if (at == reader->database.postlist_end(term)) return std::nullopt;
    return index::decode(reader->database.get_document(*at).get_data());
  });
}

std::uint64_t Engine::generation() const {
  return state_->snapshot()->manifest().generation;
}

std::string Engine::version() const {
  auto const snapshot = state_->snapshot();
  return std::to_string(snapshot->manifest().generation) + '-' + snapshot->manifest().created;
}

std::uint64_t Engine::articles() const {
  return state_->snapshot()->manifest().articles;
}

bool Engine::refresh() {
  if (state_->store.current() == generation()) return false;
  auto next = state_->open();
  std::lock_guard const lock(state_->mutex);
  state_->current.swap(next);
  return true;
}

} // namespace recap::search
