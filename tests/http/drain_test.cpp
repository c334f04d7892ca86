// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

#include <atomic>
#include <memory>

using namespace recap::http;
using namespace std::chrono_literals;

namespace {

std::string const get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

/// Sends a request without its body, and waits until the server has read it.
void begin_post(RawClient& client) {
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  REQUIRE(client.read_answer().status == 100);
}

} // namespace

TEST_CASE("draining closes idle connections and takes no new ones") {
  TestServer server;
  auto silent = server.connect();
  auto idle = server.connect();
  CHECK(idle.exchange(get).status == 200);
  auto drained = server.drain(1min);
  CHECK(idle.closed());
  drained.wait();
  CHECK_THROWS_AS(server.connect(), boost::system::system_error);
}

TEST_CASE("draining answers the first request of a client that has just connected") {
  TestServer server;
  auto idle = server.connect();
  CHECK(idle.exchange(get).status == 200);
  auto client = server.connect();
  auto drained = server.drain(1min);
  CHECK(idle.closed());
  auto const answer = client.exchange(get);
  CHECK(answer.status == 200);
  CHECK(answer.field("connection") == "close");
  client.close(); // for which the server waits a while
  drained.wait();
}

TEST_CASE("draining lets a running request finish, and says that it is the last") {
  Gate gate;
  TestServer server(gate.handler());
  auto idle = server.connect();
  auto client = server.connect();
  client.send(get + get);
  gate.wait_until_begun();
  auto drained = server.drain(1min);
  CHECK(idle.closed());
  gate.open();
  auto const answer = client.read_answer();
  CHECK(answer.status == 200);
  CHECK(answer.field("connection") == "close");
  CHECK(client.closed());
  client.close(); // for which the server waits a while
  drained.wait();
}

TEST_CASE("draining lets a request that is still arriving finish") {
  TestServer server;
  auto idle = server.connect();
  CHECK(idle.exchange(get).status == 200);
  auto client = server.connect();
  begin_post(client);
  auto drained = server.drain(1min);
  CHECK(idle.closed());
  auto const answer = client.exchange("hi");
  CHECK(answer.body == "POST /a\nhi");
  CHECK(answer.field("connection") == "close");
  CHECK(client.closed());
  client.close(); // for which the server waits a while
  drained.wait();
}

TEST_CASE("draining closes what is not done when patience ends") {
  Gate gate;
  TestServer server(gate.handler());
  auto running = server.connect();
  running.send(get);
  gate.wait_until_begun();
  auto arriving = server.connect();
  begin_post(arriving);
  auto drained = server.drain(20ms);
  CHECK(arriving.closed());
  CHECK(running.closed());
  gate.open();
  drained.wait();
}

TEST_CASE("draining drops what still waits for a worker when patience ends") {
  Gate gate;
  std::atomic<int> calls = 0;
  TestServer server(
      [&, pass = gate.handler()](Request const& request) {
        return ++calls == 1 ? pass(request) : echo(request);
      },
      [](Options& options) { options.threads = 1; });
  auto running = server.connect();
  running.send(get);
  gate.wait_until_begun();
  auto waiting = server.connect();
  begin_post(waiting);
  waiting.send("hi");
  auto drained = server.drain(20ms);
  waiting.wait_for_end();
  gate.open();
  drained.wait();
  CHECK(calls == 1);
}

TEST_CASE("a server may be drained twice, and once more by the destructor") {
  TestServer server;
  auto client = server.connect();
  CHECK(client.exchange(get).status == 200);
  auto first = server.drain(1min);
  auto second = server.drain(1min);
  first.wait();
  second.wait();
  CHECK(client.closed());
}

TEST_CASE("a server is destroyed with connections open") {
  auto server = std::make_unique<TestServer>();
  auto idle = server->connect();
  CHECK(idle.exchange(get).status == 200);
  auto arriving = server->connect();
  arriving.send("GET /");
  server.reset();
  CHECK(idle.closed());
}
