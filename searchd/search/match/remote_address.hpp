// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace recap::search {

/// Where another host serves a shard with xapian-tcpsrv.
struct RemoteAddress {
  std::string host;
  std::uint16_t port = 0;
};

/// The shards that other hosts serve, by number from 1, and for how long a step of the conversation
/// with one may take.
struct RemoteShards {
  std::map<unsigned, RemoteAddress> addresses;
  std::chrono::milliseconds timeout = std::chrono::seconds(10);
};

/// `2=host:port`, the host an IPv6 address in brackets or not. Throws std::invalid_argument.
[[nodiscard]] std::pair<unsigned, RemoteAddress> parse_remote_shard(std::string const& option);

} // namespace recap::search
