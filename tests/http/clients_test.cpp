// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

#include <vector>

using namespace recap::http;

namespace {

std::string request(std::string const& fields = {}) {
  return "GET /a HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

/// A server that takes one request in a hundred seconds from each, and trusts 127.0.0.9.
TestServer slow_server() {
  return TestServer(echo, [](Options& options) {
    options.rate = 0.01;
    options.trusted_proxies = {"127.0.0.9"};
    options.is_quick = [](Request const& asked) { return asked.path == "/quick"; };
  });
}

} // namespace

TEST_CASE("a client over its rate gets a 429 with Retry-After, others are served") {
  auto const server = slow_server();
  RawClient often(server.port(), "127.0.0.2");
  CHECK(often.exchange(request()).status == 200);
  auto const refused = often.exchange(request());
  CHECK(refused.status == 429);
  CHECK(refused.field("retry-after") == "100");
  CHECK(refused.field("content-type") == "application/problem+json");
  CHECK(RawClient(server.port(), "127.0.0.2").exchange(request()).status == 429);
  CHECK(RawClient(server.port(), "127.0.0.3").exchange(request()).status == 200);
}

TEST_CASE("quick requests are served even to a client over its rate") {
  auto const server = slow_server();
  auto client = server.connect();
  CHECK(client.exchange(request()).status == 200);
  CHECK(client.exchange(request()).status == 429);
  CHECK(client.exchange("GET /quick HTTP/1.1\r\nHost: a\r\n\r\n").status == 200);
}

TEST_CASE("each client behind a proxy has its own rate") {
  auto const server = slow_server();
  RawClient proxy(server.port(), "127.0.0.9");
  CHECK(proxy.exchange(request("X-Forwarded-For: 192.0.2.1\r\n")).status == 200);
  CHECK(proxy.exchange(request("X-Forwarded-For: 192.0.2.2\r\n")).status == 200);
  CHECK(proxy.exchange(request("Forwarded: for=192.0.2.3\r\n")).status == 200);
  CHECK(proxy.exchange(request("X-Forwarded-For: 203.0.113.7, 192.0.2.1\r\n")).status == 429);
  CHECK(proxy.exchange(request("X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-For: 192.0.2.1\r\n"))
            .status == 429);
}

TEST_CASE("a client that is not a proxy cannot claim another address") {
  auto const server = slow_server();
  auto client = server.connect();
  CHECK(client.exchange(request("X-Forwarded-For: 192.0.2.1\r\n")).status == 200);
  CHECK(client.exchange(request("X-Forwarded-For: 192.0.2.2\r\n")).status == 429);
}

TEST_CASE("one address has only some of the connections, a proxy as many as there are") {
  TestServer const server(echo, [](Options& options) {
    options.limits.connections_per_address = 2;
    options.trusted_proxies = {"127.0.0.9"};
  });
  std::vector<RawClient> open;
  for (int i = 0; i < 2; ++i) {
    open.emplace_back(server.port(), "127.0.0.2");
    CHECK(open.back().exchange(request()).status == 200);
  }
  RawClient third(server.port(), "127.0.0.2");
  auto const refused = third.exchange(request());
  CHECK(refused.status == 429);
  CHECK(refused.field("retry-after") == "1");
  CHECK(refused.field("connection") == "close");
  for (int i = 0; i < 5; ++i) {
    open.emplace_back(server.port(), "127.0.0.9");
    CHECK(open.back().exchange(request()).status == 200);
  }
  CHECK(RawClient(server.port(), "127.0.0.3").exchange(request()).status == 200);
}

TEST_CASE("a connection that ends makes room for another of its address") {
  TestServer const server(echo,
                          [](Options& options) { options.limits.connections_per_address = 1; });
  for (int i = 0; i < 100; ++i) {
    auto client = server.connect();
    auto const status =
        client.exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").status;
    CHECK((status == 200 || status == 429)); // the one before may not have ended yet
    CHECK(client.closed());
  }
  // Its own end is seen before the next is accepted or soon after.
  for (;;) {
    auto client = server.connect();
    if (client.exchange(request()).status == 200) break;
  }
}

TEST_CASE("a client with too many connections does not use up those of others") {
  TestServer const server(echo, [](Options& options) {
    options.limits.connections = 32;
    options.limits.connections_per_address = 2;
  });
  std::vector<RawClient> greedy;
  for (int i = 0; i < 100; ++i)
    greedy.emplace_back(server.port(), "127.0.0.2");
  CHECK(RawClient(server.port(), "127.0.0.3").exchange(request()).status == 200);
}
