// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/rate_limit.hpp"

#include <algorithm>

namespace recap::http {

using namespace std::chrono_literals;

RateLimit::RateLimit(double rate, std::size_t most_clients)
    : interval_(rate > 0 ? std::chrono::duration_cast<Clock::duration>(
                               std::chrono::duration<double>(1.0 / rate))
                         : 0s)
    , most_clients_(std::max<std::size_t>(1, most_clients)) {}

std::optional<std::chrono::seconds> RateLimit::refusal(std::string const& client,
                                                       Clock::time_point now) {
  if (interval_ == 0s) return std::nullopt;
  auto const found = find(client, now);
  auto const after = std::max(found->full, now) + interval_;
  // At less than one request in ten seconds, a bucket still holds one.
  auto const wait = after - now - std::max<Clock::duration>(saved, interval_);
  if (wait > 0s) return std::chrono::ceil<std::chrono::seconds>(wait);
  found->full = after;
  return std::nullopt;
}

RateLimit::Clients::iterator RateLimit::find(std::string const& client, Clock::time_point now) {
  if (auto const known = by_name_.find(client); known != by_name_.end()) {
    clients_.splice(clients_.end(), clients_, known->second);
    return known->second;
  }
  forget(now);
  auto const added = clients_.insert(clients_.end(), Client{client, now});
  by_name_.emplace(added->name, added);
  return added;
}

/// Removes up to two per new client, so that those of a past peak do not stay.
void RateLimit::forget(Clock::time_point now) {
  for (int i = 0; i < 2 && !clients_.empty(); ++i) {
    auto const& oldest = clients_.front();
    if (oldest.full > now && clients_.size() < most_clients_) return;
    by_name_.erase(oldest.name);
    clients_.pop_front();
  }
}

} // namespace recap::http
