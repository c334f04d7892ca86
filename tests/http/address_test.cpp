// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/address.hpp"

#include "tests/catch.hpp"

#include <stdexcept>

using namespace recap::http;

namespace {

Address ip(std::string const& text) {
  return boost::asio::ip::make_address(text);
}

} // namespace

TEST_CASE("a network has the addresses that share its first bits") {
  Networks const networks({"10.1.0.0/16", "192.0.2.7", "2001:db8:12::/44", "172.16.0.0/12"});
  for (auto const* inside : {"10.1.255.255", "10.1.0.0", "192.0.2.7", "2001:db8:1f:ffff::1",
                             "172.31.255.255", "::ffff:10.1.2.3"})
    CHECK(networks.contain(ip(inside)));
  for (auto const* outside :
       {"10.2.0.0", "192.0.2.6", "2001:db8:20::1", "172.32.0.0", "::1", "::10.1.2.3", "0.0.0.0"})
    CHECK_FALSE(networks.contain(ip(outside)));
}

TEST_CASE("a network of no bits has every address of its kind") {
  CHECK(Networks({"0.0.0.0/0"}).contain(ip("255.255.255.255")));
  CHECK_FALSE(Networks({"0.0.0.0/0"}).contain(ip("::1")));
  CHECK(Networks({"::/0"}).contain(ip("ff::1")));
  CHECK_FALSE(Networks({}).contain(ip("127.0.0.1")));
}

TEST_CASE("an invalid network is rejected by name") {
  for (auto const* written : {"", "proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "::/129",
                              "10.0.0.0/8x", "10.0.0.0/-1", "/8"})
    CHECK_THROWS_WITH(Networks({"127.0.0.1", written}),
                      Catch::StartsWith(std::string(written) + ": takes an address"));
}

TEST_CASE("clients differ by the first half of an IPv6 address") {
  CHECK(client_name(ip("2001:db8::1")) == client_name(ip("2001:db8::ffff:1:2:3")));
  CHECK(client_name(ip("2001:db8::1")) != client_name(ip("2001:db8:0:1::1")));
  CHECK(client_name(ip("::ffff:192.0.2.1")) == client_name(ip("192.0.2.1")));
  CHECK(client_name(ip("192.0.2.1")) != client_name(ip("192.0.2.2")));
}
