// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/engine.hpp"

#include "index/error.hpp"
#include "index/generation.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/match/remote_shards.hpp"
#include "searchd/search/match/snapshot.hpp"
#include "searchd/search/related/related_search.hpp"
#include "searchd/search/related/topic_suggestions.hpp"
#include "searchd/search/searcher.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <limits>
#include <mutex>
#include <thread>

namespace recap::search {

namespace {

using Clock = std::chrono::steady_clock;

std::chrono::microseconds since(Clock::time_point begin) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
}

} // namespace

struct Engine::State {
  State(std::filesystem::path folder, QueryLimits query_limits, RemoteShards remote_shards)
      : store(std::move(folder), std::max(1U, std::thread::hardware_concurrency()))
      , limits(query_limits)
      , remote(std::move(remote_shards)) {}

  index::Store store;
  QueryLimits limits;
  RemoteShards remote;
  mutable std::mutex mutex; ///< guards what follows; held while a pointer is copied
  std::shared_ptr<Snapshot> current;
  Levers levers;
  mutable std::atomic<std::uint64_t> partial = 0;

  [[nodiscard]] std::shared_ptr<Snapshot> snapshot() const {
    std::lock_guard const lock(mutex);
    return current;
  }

  [[nodiscard]] Levers current_levers() const {
    std::lock_guard const lock(mutex);
    return levers;
  }

  /// The previous one is destroyed outside the lock, with the last search that uses it.
  template <typename Rules>
  void use(std::shared_ptr<Rules const> Levers::* lever, std::shared_ptr<Rules const> rules) {
    std::lock_guard const lock(mutex);
    (levers.*lever).swap(rules);
  }

  /// Xapian's exceptions end here: their base class is not a std::exception.
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

  /// The next refresh() opens another one.
  [[nodiscard]] index::Error cut(Snapshot const& cut_snapshot) const {
    return {index::ErrorCode::unavailable,
            store.folder().string() + ": a file of generation " +
                std::to_string(cut_snapshot.manifest().generation) +
                ", or of another that was open with it, has been cut short; ask again in a second"};
  }

  /// The result of `function` for the current generation. Tries once more if an exchange with
  /// another host fails: xapian-tcpsrv closes connections that were idle for a minute.
  template <typename Function>
  auto ask(Function&& function) const {
    return guarded([&] {
      for (bool is_second = false;; is_second = true) {
        auto const current_snapshot = snapshot();
        auto reader = current_snapshot->lease();
        reader->begin();
        reader->levers = current_levers();
        try {
          auto answer = function(*current_snapshot, *reader);
          if (current_snapshot->is_cut()) throw cut(*current_snapshot);
          return answer;
        } catch (Xapian::NetworkError const& error) {
          reader.discard();
          if (is_second) throw unavailable(remote, error);
        } catch (Xapian::Error const&) {
          if (!remote.addresses.empty()) reader.discard(); // other hosts may still be sending
          throw;
        }
      }
    });
  }

  /// The last CURRENT handled, usable or not, so that each is handled only once.
  std::optional<std::filesystem::file_time_type> settled;
  std::mutex refreshing; ///< guards `settled`

  /// The generation in CURRENT or, if that is damaged, the newest intact one before it.
  [[nodiscard]] std::shared_ptr<Snapshot> open_whole() const {
    try {
      return open();
    } catch (index::Error const& error) {
      if (error.code() != index::ErrorCode::damaged) throw;
      auto numbers = store.generations();
      // Newer generations were rolled back.
      auto const is_newer = [this](std::uint64_t number) { return number > named(); };
      std::erase_if(numbers, is_newer);
      for (auto number = numbers.rbegin(); number != numbers.rend(); ++number) {
        try {
          return guarded([&] { return std::make_shared<Snapshot>(store, *number, remote); });
        } catch (index::Error const&) {
          continue;
        }
      }
      throw;
    }
  }

  /// The number in CURRENT; the highest number if it cannot be read.
  [[nodiscard]] std::uint64_t named() const {
    try {
      return store.current().value_or(std::numeric_limits<std::uint64_t>::max());
    } catch (index::Error const&) {
      return std::numeric_limits<std::uint64_t>::max();
    }
  }

  [[nodiscard]] std::shared_ptr<Snapshot> open() const {
    auto const number = store.current();
    if (!number) static_cast<void>(store.open_current()); // throws, saying what to do
    return guarded([&] {
      try {
        return std::make_shared<Snapshot>(store, *number, remote);
      } catch (Xapian::NetworkError const& error) {
        throw unavailable(remote, error); // which may be temporary
      }
    });
  }
};

Engine::Engine(std::filesystem::path folder, QueryLimits limits, RemoteShards remote)
    : state_(std::make_unique<State>(std::move(folder), limits, std::move(remote))) {
  state_->current = state_->open_whole();
}

Engine::~Engine() = default;

Result Engine::search(Request const& request) const {
  return std::move(search(std::span(&request, 1)).front());
}

std::vector<Result> Engine::search(std::span<Request const> requests) const {
  auto results = state_->ask([&](Snapshot const& snapshot, Reader& reader) {
    return run_searches(snapshot, reader, requests, state_->limits);
  });
  state_->partial +=
      static_cast<std::uint64_t>(std::ranges::count(results, true, &Result::partial));
  return results;
}

std::uint64_t Engine::partial() const {
  return state_->partial;
}

Suggestions Engine::suggest(SuggestRequest const& request) const {
  auto const begin = std::chrono::steady_clock::now();
  if (request.q.size() > state_->limits.bytes) {
    throw BadQuery("query-too-long",
                   "q is longer than " + std::to_string(state_->limits.bytes) + " bytes");
  }
  Suggestions result = state_->ask([&](Snapshot const& snapshot, Reader& reader) {
    return suggestions_for(snapshot, reader, request, state_->limits);
  });
  result.took = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  return result;
}

std::optional<index::Record> Engine::article(std::string const& id) const {
  return state_->ask([&](Snapshot const&, Reader& reader) -> std::optional<index::Record> {
    auto const document = reader.document(id);
    if (document == 0) return std::nullopt;
    return reader.record(document);
  });
}

std::optional<RelatedResult> Engine::related(std::string const& id, std::size_t limit) const {
  auto const begin = Clock::now();
  using Related = std::optional<RelatedResult>;
  auto result = state_->ask([&](Snapshot const& snapshot, Reader& reader) -> Related {
    auto const document = reader.document(id);
    if (document == 0) return std::nullopt;
    Story const story = indexed_story(reader, document, snapshot.manifest().average_lengths);
    return RelatedSearch(snapshot, reader, story, limit).run();
  });
  if (result) result->took = since(begin);
  return result;
}

RelatedResult Engine::related(index::Record const& draft, std::size_t limit) const {
  auto const begin = Clock::now();
  auto result = state_->ask([&](Snapshot const& snapshot, Reader& reader) {
    Story const story = draft_story(reader.analyser, draft, snapshot.manifest().average_lengths);
    RelatedSearch search(snapshot, reader, story, limit);
    RelatedResult found = search.run();
    found.topics = suggest_topics(snapshot, reader, story, search.neighbours());
    return found;
  });
  result.took = since(begin);
  return result;
}

std::uint64_t Engine::generation() const {
  return state_->snapshot()->manifest().generation;
}

std::string Engine::created() const {
  return state_->snapshot()->manifest().created;
}

std::string Engine::version() const {
  return state_->snapshot()->version() + state_->current_levers().version();
}

void Engine::use(std::shared_ptr<Synonyms const> synonyms) {
  state_->use(&Levers::synonyms, std::move(synonyms));
}

void Engine::use(std::shared_ptr<Pins const> pins) {
  state_->use(&Levers::pins, std::move(pins));
}

void Engine::use(std::shared_ptr<StopWordList const> stop_words) {
  state_->use(&Levers::stop_words, std::move(stop_words));
}

Levers Engine::levers() const {
  return state_->current_levers();
}

std::uint64_t Engine::articles() const {
  return state_->snapshot()->manifest().articles;
}

bool Engine::refresh() {
  std::lock_guard const one_at_a_time(state_->refreshing);
  index::Store const& store = state_->store;
  auto const switched = store.switched();
  if (state_->snapshot()->is_cut()) {
    auto whole = state_->open_whole();
    state_->settled = switched;
    std::lock_guard const lock(state_->mutex);
    state_->current.swap(whole);
    return true;
  }
  if (switched && switched == state_->settled) return false;
  state_->settled = switched;
  auto const number = store.current();
  // An index that was deleted and rebuilt counts from 1 again.
  auto const here = state_->snapshot();
  if (number == here->manifest().generation && store.read(*number).files == here->manifest().files)
    return false;
  std::shared_ptr<Snapshot> next;
  try {
    next = state_->open();
  } catch (index::Error const& error) {
    // The hosts of its shards may only be slower to switch.
    if (error.code() == index::ErrorCode::unavailable) state_->settled.reset();
    throw;
  }
  std::lock_guard const lock(state_->mutex);
  state_->current.swap(next);
  return true;
}

} // namespace recap::search
