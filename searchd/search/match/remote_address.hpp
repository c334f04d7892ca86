// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace recap::search {

/// Address of a shard that xapian-tcpsrv serves on another host.
struct RemoteAddress {
  std::string host;
  std::uint16_t port = 0;
};

/// The shards on other hosts, by number from 1, and the time limit for each exchange.
struct RemoteShards {
  std::map<unsigned, RemoteAddress> addresses;
  std::chrono::milliseconds timeout = std::chrono::seconds(10);
};

/// Parses `2=host:port`; the host may be an IPv6 address in brackets. Throws std::invalid_argument.
[[nodiscard]] std::pair<unsigned, RemoteAddress> parse_remote_shard(std::string const& option);

} // namespace recap::search
