// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

#include <optional>
#include <set>
#include <vector>

using namespace recap::http;
using namespace std::chrono_literals;

namespace {

std::string get(std::string const& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

} // namespace

TEST_CASE("a quick request is answered while every worker is busy and the line is full") {
  Gate gate;
  TestServer const server(
      [&, pass = gate.handler()](Request const& request) {
        return request.path == "/quick" ? echo(request) : pass(request);
      },
      [](Options& options) {
        options.threads = 1;
        options.limits.queued_requests = 0;
        options.is_quick = [](Request const& request) { return request.path == "/quick"; };
      });
  auto running = server.connect();
  running.send(get("/a"));
  gate.wait_until_begun();
  CHECK(server.connect().exchange(get("/b")).status == 503);
  CHECK(server.connect().exchange(get("/quick")).status == 200);
  gate.open();
  CHECK(running.read_answer().status == 200);
}

TEST_CASE("a known response is sent while every worker is busy, and others are made") {
  Gate gate;
  TestServer const server(gate.handler(), [](Options& options) {
    options.threads = 1;
    options.limits.queued_requests = 0;
    options.known_response = [](Request const& request) -> std::optional<Response> {
      if (request.path != "/known") return std::nullopt;
      return Response{.body = "known to " + request.client};
    };
  });
  auto running = server.connect();
  running.send(get("/a"));
  gate.wait_until_begun();
  CHECK(server.connect().exchange(get("/b")).status == 503);
  CHECK(server.connect().exchange(get("/known")).body == "known to 127.0.0.1");
  gate.open();
  CHECK(running.read_answer().status == 200);
}

TEST_CASE("another address is answered while one has all threads busy") {
  Gate gate;
  TestServer const server(
      [&, pass = gate.handler()](Request const& request) {
        return request.path == "/dear" ? pass(request) : echo(request);
      },
      [](Options& options) { options.threads = 1; });
  auto dear = server.connect();
  dear.send(get("/dear"));
  gate.wait_until_begun();
  std::vector<RawClient> more;
  for (int i = 0; i < 20; ++i) {
    more.push_back(server.connect());
    more.back().send(get("/" + std::to_string(i)));
  }
  RawClient other(server.port(), "127.0.0.2");
  CHECK(other.exchange(get("/other")).body == "GET /other\n");
  CHECK(other.exchange(get("/again")).body == "GET /again\n");
  gate.open();
  CHECK(dear.read_answer().status == 200);
  for (auto& client : more)
    CHECK(client.read_answer().status == 200);
}

TEST_CASE("a full line makes room for another address, and the client with the most requests gets "
          "Retry-After") {
  Gate gate;
  TestServer const server(
      [&, pass = gate.handler()](Request const& request) {
        return request.path == "/dear" ? pass(request) : echo(request);
      },
      [](Options& options) {
        options.threads = 1;
        options.limits.queued_requests = 2;
      });
  auto dear = server.connect();
  dear.send(get("/dear"));
  gate.wait_until_begun();
  std::vector<RawClient> more;
  std::size_t refused = 0;
  while (refused == 0) { // until the line is full
    more.push_back(server.connect());
    more.back().send(get("/more"));
    for (auto& client : more)
      refused += client.has_answer() ? 1 : 0;
  }
  RawClient other(server.port(), "127.0.0.2");
  CHECK(other.exchange(get("/other")).status == 200);
  gate.open();
  CHECK(dear.read_answer().status == 200);
}

TEST_CASE("a request that would wait too long is refused immediately") {
  Gate gate;
  TestServer const server(
      [&, pass = gate.handler()](Request const& request) {
        if (request.path == "/long") return pass(request);
        auto const end = std::chrono::steady_clock::now() + 20ms;
        while (request.path == "/slow" && std::chrono::steady_clock::now() < end) {
        }
        return echo(request);
      },
      [](Options& options) {
        options.threads = 1;
        options.limits.queue_time = 1ms; // by the moving average, an answer takes 20 ms / 16
      });
  CHECK(server.connect().exchange(get("/slow")).status == 200);
  auto running = server.connect();
  running.send(get("/long"));
  gate.wait_until_begun();
  // One of them is next; the other would run after it.
  std::vector<RawClient> clients;
  for (int i = 0; i < 2; ++i) {
    clients.push_back(server.connect());
    clients.back().send(get("/a"));
  }
  while (!clients[0].has_answer() && !clients[1].has_answer()) {
  }
  gate.open();
  std::multiset<unsigned> statuses;
  for (auto& client : clients)
    statuses.insert(client.read_answer().status);
  CHECK(statuses == std::multiset<unsigned>{200, 503});
  CHECK(running.read_answer().status == 200);
}
