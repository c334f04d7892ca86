// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

#include <atomic>
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

TEST_CASE("a full line has room for another address, and the greediest is told to come back") {
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

TEST_CASE("what would wait too long is told so at once") {
  std::atomic<int> begun = 0;
  std::promise<void> open;
  auto const opened = open.get_future().share();
  TestServer const server(
      [&](Request const& request) {
        if (++begun > 1) opened.wait();
        auto const end = std::chrono::steady_clock::now() + 20ms;
        while (begun == 1 && std::chrono::steady_clock::now() < end) {
        }
        return echo(request);
      },
      [](Options& options) {
        options.threads = 1;
        options.limits.queue_time = 1ms; // an answer takes 20 ms / 16 on the moving average
      });
  CHECK(server.connect().exchange(get("/slow")).status == 200);
  std::vector<RawClient> clients;
  std::size_t refused = 0;
  while (refused == 0) {
    clients.push_back(server.connect());
    clients.back().send(get("/a"));
    for (auto& client : clients)
      refused += client.has_answer() ? 1 : 0;
    REQUIRE(clients.size() < 100);
  }
  open.set_value();
  std::size_t answered = 0;
  for (auto& client : clients)
    answered += client.read_answer().status == 200 ? 1 : 0;
  CHECK(answered >= 1);
}
