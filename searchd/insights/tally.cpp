// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/tally.hpp"

#include <random>

namespace recap::insights {

unsigned Tally::count(std::string const& reader, std::string const& q, Clock::time_point now) {
  if (repeats(reader, q, now)) return 0;
  auto& query = find(q);
  if (query.asked >= enough) return 1;
  if (query.asked == 0 && is_kept_(q)) {
    query.asked = enough;
    return 1;
  }
  ++query.asked;
  return query.asked == enough ? enough : 0;
}

bool Tally::repeats(std::string const& reader, std::string const& q, Clock::time_point now) {
  if (salt_ == 0) salt_ = std::random_device()() | 1ULL << 32;
  auto const mark = static_cast<std::uint64_t>(
      std::hash<std::string>()(reader + '\0' + q + std::to_string(salt_)));
  while (!times_.empty() && (times_.front().second + repeated <= now || times_.size() >= most_)) {
    latest_.erase(times_.front().first);
    times_.pop_front();
  }
  if (!latest_.emplace(mark, now).second) return true;
  times_.emplace_back(mark, now);
  return false;
}

Tally::Query& Tally::find(std::string const& q) {
  if (auto const known = asked_.find(q); known != asked_.end()) {
    queries_.splice(queries_.end(), queries_, known->second);
    return *known->second;
  }
  if (queries_.size() >= most_) {
    asked_.erase(queries_.front().q);
    queries_.pop_front();
  }
  auto const added = queries_.insert(queries_.end(), Query{q});
  asked_.emplace(added->q, added);
  return *added;
}

} // namespace recap::insights
