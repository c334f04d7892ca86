// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/forwarded.hpp"

#include "tests/catch.hpp"

using namespace recap::http;

namespace {

/// The client, if 10.0.0.0/8 and ::1 are proxies and `peer` is connected.
std::string asks(ForwardedFields const& fields, std::string const& peer = "10.0.0.1") {
  return client_address(boost::asio::ip::make_address(peer), fields,
                        Networks({"10.0.0.0/8", "::1"}))
      .to_string();
}

} // namespace

TEST_CASE("a proxy is believed, another peer is not") {
  CHECK(asks({{}, "192.0.2.1"}) == "192.0.2.1");
  CHECK(asks({"for=192.0.2.1", {}}) == "192.0.2.1");
  CHECK(asks({{}, "192.0.2.1"}, "198.51.100.1") == "198.51.100.1");
  CHECK(asks({"for=192.0.2.1", {}}, "198.51.100.1") == "198.51.100.1");
  CHECK(asks({}) == "10.0.0.1");
}

TEST_CASE("the client is the rightmost address that is not a proxy, whatever precedes it") {
  CHECK(asks({{}, "203.0.113.9, 192.0.2.1"}) == "192.0.2.1");
  CHECK(asks({{}, "203.0.113.9, 192.0.2.1, 10.2.3.4"}) == "192.0.2.1");
  CHECK(asks({"for=203.0.113.9;proto=https, for=192.0.2.1;by=10.0.0.1, for=10.2.3.4", {}}) ==
        "192.0.2.1");
  CHECK(asks({{}, "10.7.7.7, 10.2.3.4"}) == "10.7.7.7");
}

TEST_CASE("addresses come with ports, in brackets and in quotes") {
  CHECK(asks({{}, "192.0.2.1:4711"}) == "192.0.2.1");
  CHECK(asks({{}, "2001:db8::1"}) == "2001:db8::1");
  CHECK(asks({{}, "[2001:db8::1]:4711"}) == "2001:db8::1");
  CHECK(asks({"For=\"[2001:db8::1]:4711\"", {}}, "::1") == "2001:db8::1");
  CHECK(asks({"proto=http ; FOR = \"192.0.2.1:80\"", {}}) == "192.0.2.1");
  CHECK(asks({{}, "::ffff:192.0.2.1"}) == "192.0.2.1");
}

TEST_CASE("if an entry cannot be parsed, the client is the proxy that wrote it") {
  for (auto const* unreadable :
       {"unknown", "_hidden", "192.0.2", "192.0.2.1, ", "[2001:db8::1", "x"})
    CHECK(asks({{}, unreadable}) == "10.0.0.1");
  CHECK(asks({{}, "192.0.2.1, unknown, 10.2.3.4"}) == "10.2.3.4");
  for (auto const* unreadable :
       {"for=unknown", "by=192.0.2.1", "for=\"192.0.2.1", "for", ";;", "\"\\"})
    CHECK(asks({unreadable, {}}) == "10.0.0.1");
}

TEST_CASE("what a client writes cannot hide what its proxy adds") {
  CHECK(asks({"for=\"203.0.113.9, for=192.0.2.1", {}}) == "10.0.0.1");
  CHECK(asks({"for=203.0.113.9\", for=192.0.2.1", {}}) == "10.0.0.1");
  CHECK(asks({"for=203.0.113.9;by=\", for=192.0.2.1", {}}) == "10.0.0.1");
  CHECK(asks({"for=203.0.113.9;by=\"\\\", for=\"[2001:db8::1]\"", {}}) == "10.0.0.1");
}

TEST_CASE("two fields that disagree are not believed") {
  CHECK(asks({"for=203.0.113.9", "192.0.2.1"}) == "10.0.0.1");
  CHECK(asks({"for=192.0.2.1", "203.0.113.9, 192.0.2.1"}) == "192.0.2.1");
}
