// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/work.hpp"

#include <ctime>
#include <limits>
#include <utility>

namespace recap::search {
namespace {

/// Excludes other threads and processes.
std::chrono::nanoseconds processor_time() {
  std::timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace

Work::Work(std::uint64_t postings)
    : most_postings_(postings)
    , end_(std::chrono::nanoseconds::max()) {}

Work::Work(std::chrono::microseconds budget, std::stop_token stop)
    : most_postings_(std::numeric_limits<std::uint64_t>::max())
    , end_(processor_time() + budget)
    , stop_(std::move(stop)) {}

bool Work::is_over() {
  constexpr std::uint64_t between_looks = 16'384;
  constexpr std::uint64_t postings_per_position_list = 64; // finding a list takes about as long
  auto const done = postings_ + postings_per_position_list * positions_;
  if (done >= most_postings_) over_ = true;
  if (over_ || done < next_look_) return over_;
  next_look_ = done + between_looks;
  over_ = stop_.stop_requested() || processor_time() >= end_;
  return over_;
}

} // namespace recap::search
