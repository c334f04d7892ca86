// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace recap::http {

/// A token bucket for each client: a number of requests per second on average, and bursts of ten
/// seconds' worth, because a page loads several files and a search box sends a request per key. Not
/// thread-safe.
class RateLimit {
public:
  using Clock = std::chrono::steady_clock;

  /// Capacity of a bucket, in seconds of `rate`.
  static constexpr std::chrono::seconds saved{10};

  /// `rate`: requests per second, at least 0.1; 0 = no limit. Remembers the last `most_clients`
  /// clients, at about 150 bytes each. A forgotten client starts with a full bucket.
  explicit RateLimit(double rate, std::size_t most_clients = 65'536);

  /// Takes a token of `client`; if there is none, returns the time until the next.
  std::optional<std::chrono::seconds> refusal(std::string const& client, Clock::time_point now);

  [[nodiscard]] std::size_t remembered() const { return clients_.size(); }

private:
  struct Client {
    std::string name;
    Clock::time_point full; ///< when the bucket will be full
  };
  using Clients = std::list<Client>; ///< ordered by last request, latest at the end

  Clients::iterator find(std::string const& client, Clock::time_point now);
  void forget(Clock::time_point now);

  Clock::duration interval_;
  std::size_t most_clients_;
  Clients clients_;
  std::unordered_map<std::string_view, Clients::iterator> by_name_; ///< into `clients_`
};

} // namespace recap::http
