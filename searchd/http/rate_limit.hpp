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

/// A token bucket for each client: so many requests a second on average, and ten seconds' worth of
/// them at once, since a page brings its files along and a search box asks with each key. Not
/// thread-safe.
class RateLimit {
public:
  using Clock = std::chrono::steady_clock;

  /// What a bucket holds, in seconds of `rate`.
  static constexpr std::chrono::seconds saved{10};

  /// `rate`: requests a second, at least 0.1; 0 = no limit. `most_clients` are remembered, of some
  /// 150 bytes each: those seen last. Who is forgotten begins anew with a full bucket.
  explicit RateLimit(double rate, std::size_t most_clients = 65'536);

  /// Takes one from the bucket of `client`; where it is empty, gives the time until the next.
  std::optional<std::chrono::seconds> refusal(std::string const& client, Clock::time_point now);

  [[nodiscard]] std::size_t remembered() const { return clients_.size(); }

private:
  struct Client {
    std::string name;
    Clock::time_point full; ///< when the bucket will be
  };
  using Clients = std::list<Client>; ///< the one seen last is last

  Clients::iterator find(std::string const& client, Clock::time_point now);
  void forget(Clock::time_point now);

  Clock::duration interval_;
  std::size_t most_clients_;
  Clients clients_;
  std::unordered_map<std::string_view, Clients::iterator> by_name_; ///< into `clients_`
};

} // namespace recap::http
