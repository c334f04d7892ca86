// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <boost/asio/ip/address.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace recap::http {

using Address = boost::asio::ip::address;

/// `address`, with an IPv4 address in IPv6 form (`::ffff:192.0.2.1`) converted to IPv4, and without
/// the zone of a link.
[[nodiscard]] Address plain(Address const& address);

/// The client for fairness and limits: the address; for IPv6 the first 64 bits, because one host
/// may own all of the rest.
[[nodiscard]] std::string client_name(Address const& address);

/// A set of addresses. Immutable.
class Networks {
public:
  /// Each of `written` must be an address or a network: `192.0.2.1`, `10.0.0.0/8`, `2001:db8::/32`.
  /// Throws std::invalid_argument naming the first that is neither.
  explicit Networks(std::vector<std::string> const& written);

  [[nodiscard]] bool contain(Address const& address) const;

private:
  struct Network {
    Address address;
    unsigned bits; ///< number of leading bits that are compared
  };
  static Network read(std::string_view written);

  std::vector<Network> networks_;
};

} // namespace recap::http
