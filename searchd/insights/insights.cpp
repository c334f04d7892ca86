// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/insights.hpp"

#include "searchd/insights/settling.hpp"
#include "searchd/insights/store.hpp"
#include "searchd/insights/tally.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>
#include <variant>

namespace recap::insights {
namespace {

using Clock = std::chrono::steady_clock;
using Entry = std::variant<Asked, Clicked>;

/// The entries of one second on the fastest machine measured.
constexpr std::size_t longest_queue = 8192;
constexpr std::chrono::seconds writing_interval{1};

/// True if `q` is one character, which says nothing about what was searched for.
bool is_one_character(std::string_view q) {
  auto const begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return std::ranges::count_if(q, begins) < 2;
}

} // namespace

struct Insights::State {
  State(std::filesystem::path path, Log to_log)
      : file(std::move(path))
      , log(std::move(to_log))
      , store(file)
      , tally([this](std::string const& q) { return store.has(q); })
      , thread([this](std::stop_token const& stop) { run(stop); }) {}

  void put(Entry entry);
  void run(std::stop_token const& stop);
  void write(std::deque<Entry> batch, bool is_last);
  void write_all(std::deque<Entry>& batch, bool is_last);
  void count(std::vector<Asked> const& settled, std::int64_t day);

  std::filesystem::path file;
  Log log;
  Store store;
  Settling settling;
  Tally tally;
  std::int64_t last_day = 0;
  std::string last_failure;
  std::atomic<std::uint64_t> lost = 0;
  std::mutex mutex; ///< guards the queue
  std::condition_variable_any changed;
  std::deque<Entry> queue;
  std::jthread thread; ///< last member: it uses all of the above
};

void Insights::State::put(Entry entry) {
  std::lock_guard const lock(mutex);
  if (queue.size() >= longest_queue) {
    ++lost;
    return;
  }
  queue.push_back(std::move(entry));
}

void Insights::State::run(std::stop_token const& stop) {
  for (bool is_last = false; !is_last;) {
    std::deque<Entry> batch;
    {
      std::unique_lock lock(mutex);
      changed.wait_for(lock, stop, writing_interval, [] { return false; });
      batch.swap(queue);
    }
    is_last = stop.stop_requested();
    write(std::move(batch), is_last);
  }
}

void Insights::State::write(std::deque<Entry> batch, bool is_last) {
  auto const entries = batch.size();
  try {
    write_all(batch, is_last);
    last_failure.clear();
  } catch (std::exception const& error) {
    store.roll_back();
    lost += entries;
    if (last_failure != error.what()) log("insights are lost: " + std::string(error.what()));
    last_failure = error.what();
  }
}

void Insights::State::write_all(std::deque<Entry>& batch, bool is_last) {
  auto const now = Clock::now();
  auto const day = today();
  if (batch.empty() && !is_last && settling.is_empty() && day == last_day) return;
  store.begin();
  if (day != last_day) store.forget(day);
  for (auto& entry : batch) {
    if (auto* const asked = std::get_if<Asked>(&entry)) {
      count(settling.add(std::move(*asked), now), day);
    } else {
      auto const& clicked = std::get<Clicked>(entry);
      // A click shows that the query was final.
      count(settling.take(clicked.reader), day);
      store.add(clicked, day);
    }
  }
  count(settling.settled(is_last ? Clock::time_point::max() : now), day);
  store.commit();
  last_day = day;
}

void Insights::State::count(std::vector<Asked> const& settled, std::int64_t day) {
  for (auto const& asked : settled) {
    auto const times = tally.count(asked.reader, asked.q, Clock::now());
    if (times > 0) store.add(asked, times, day);
  }
}

Insights::Insights(std::filesystem::path file, Log log)
    : state_(std::make_unique<State>(std::move(file), std::move(log))) {}

Insights::~Insights() = default;

void Insights::tell(Asked asked) noexcept {
  if (asked.q.size() > longest_query_bytes || is_one_character(asked.q)) return;
  try {
    state_->put(std::move(asked));
  } catch (std::exception const&) { // out of memory
    ++state_->lost;
  }
}

void Insights::tell(Clicked clicked) noexcept {
  if (clicked.q.size() > longest_query_bytes || clicked.q.empty()) return;
  try {
    state_->put(std::move(clicked));
  } catch (std::exception const&) {
    ++state_->lost;
  }
}

Report Insights::report(unsigned days, unsigned most) const {
  return report_of(state_->file, days, most, today());
}

std::uint64_t Insights::lost() const {
  return state_->lost;
}

} // namespace recap::insights
