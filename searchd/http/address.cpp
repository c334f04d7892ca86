// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/address.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace recap::http {
namespace {

namespace net = boost::asio;

constexpr std::size_t host_bytes = 8;

template <typename Bytes>
bool share_bits(Bytes const& a, Bytes const& b, unsigned bits) {
  auto const whole = bits / 8;
  if (!std::equal(a.begin(), a.begin() + whole, b.begin())) return false;
  auto const rest = bits % 8;
  if (rest == 0) return true;
  return ((a[whole] ^ b[whole]) >> (8 - rest)) == 0;
}

} // namespace

Address plain(Address const& address) {
  if (!address.is_v6()) return address;
  auto const v6 = address.to_v6();
  if (v6.is_v4_mapped()) return net::ip::make_address_v4(net::ip::v4_mapped, v6);
  return net::ip::address_v6(v6.to_bytes());
}

std::string client_name(Address const& address) {
  auto const known = plain(address);
  if (!known.is_v6()) return known.to_string();
  auto const bytes = known.to_v6().to_bytes();
  return {bytes.begin(), bytes.begin() + host_bytes};
}

Networks::Networks(std::vector<std::string> const& written) {
  for (auto const& one : written)
    networks_.push_back(read(one));
}

Networks::Network Networks::read(std::string_view written) {
  auto const slash = written.find('/');
  boost::system::error_code error;
  Network network{plain(net::ip::make_address(std::string(written.substr(0, slash)), error)), 0};
  auto const most = network.address.is_v6() ? 128U : 32U;
  network.bits = most;
  if (!error && slash != std::string_view::npos) {
    auto const bits = written.substr(slash + 1);
    auto const [end, fault] = std::from_chars(bits.data(), bits.data() + bits.size(), network.bits);
    bool const whole = fault == std::errc() && end == bits.data() + bits.size();
    if (!whole || network.bits > most)
      error = make_error_code(boost::system::errc::invalid_argument);
  }
  if (error)
    throw std::invalid_argument(std::string(written) +
                                ": takes an address or a network, as in 192.0.2.1, 10.0.0.0/8 or "
                                "2001:db8::/32");
  return network;
}

bool Networks::contain(Address const& address) const {
  auto const known = plain(address);
  return std::ranges::any_of(networks_, [&](Network const& network) {
    if (network.address.is_v6() != known.is_v6()) return false;
    return known.is_v6() ? share_bits(network.address.to_v6().to_bytes(), known.to_v6().to_bytes(),
                                      network.bits)
                         : share_bits(network.address.to_v4().to_bytes(), known.to_v4().to_bytes(),
                                      network.bits);
  });
}

} // namespace recap::http
