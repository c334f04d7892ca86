// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

#include <atomic>
#include <future>
#include <set>

using namespace recap::http;
using namespace std::chrono_literals;

namespace {

std::string const get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
std::string const post = "POST /a HTTP/1.1\r\nHost: a\r\n";

} // namespace

TEST_CASE("a slow peer is answered 408") {
  TestServer const server(echo, [](Options& options) { options.limits.read_timeout = 40ms; });
  for (auto const& begun :
       {std::string("G"), get.substr(0, 20), post + "Content-Length: 2\r\n\r\nh"}) {
    auto client = server.connect();
    auto const answer = client.exchange(begun);
    CHECK(answer.status == 408);
    CHECK(answer.field("connection") == "close");
    CHECK(client.closed());
  }
}

TEST_CASE("a peer that sends nothing is closed without a response") {
  TestServer const server(echo, [](Options& options) { options.limits.read_timeout = 40ms; });
  CHECK(server.connect().closed());
  auto client = server.connect();
  client.send("\r\n");
  CHECK(client.closed());
}

TEST_CASE("a peer that sends nothing but empty lines is closed") {
  TestServer const server(echo, [](Options& options) { options.limits.read_timeout = 40ms; });
  auto client = server.connect();
  std::string lines;
  for (int i = 0; i < 10'000; ++i)
    lines += "\r\n";
  auto const send_for_ever = [&] {
    for (;;)
      client.send(lines);
  };
  CHECK_THROWS_AS(send_for_ever(), boost::system::system_error);
}

TEST_CASE("a peer that has no further request is closed without a response") {
  TestServer const server(echo, [](Options& options) { options.limits.idle_timeout = 40ms; });
  auto client = server.connect();
  CHECK(client.exchange(get).status == 200);
  CHECK(client.closed());
}

TEST_CASE("a peer that does not take its answer is closed") {
  std::size_t const size = 64 * 1024 * 1024; // more than the kernel keeps for a connection
  std::promise<void> begun;
  TestServer server(
      [&](Request const&) {
        begun.set_value();
        return Response{200, "", std::string(size, 'x'), {}};
      },
      [](Options& options) { options.limits.write_timeout = 40ms; });
  auto slow = server.connect();
  slow.send(get);
  begun.get_future().wait();
  server.drain(1h).wait(); // which waits for the slow peer, unless something ends that
  CHECK(slow.read_to_end().size() < size);
}

TEST_CASE("a head over the limit is answered 431, a request line over it 414") {
  TestServer const server(echo, [](Options& options) { options.limits.header_bytes = 128; });
  auto const filler = std::string(200, 'x');
  auto client = server.connect();
  CHECK(client.exchange("GET / HTTP/1.1\r\nHost: a\r\nA: " + filler + "\r\n\r\n").status == 431);
  CHECK(client.closed());
  CHECK(server.connect().exchange("GET /" + filler + " HTTP/1.1\r\nHost: a\r\n\r\n").status == 414);
}

TEST_CASE("a peer can read the 413 while it still sends") {
  TestServer const server(echo, [](Options& options) { options.limits.body_bytes = 1024; });
  auto const body = std::string(4 * 1024 * 1024, 'x');
  auto client = server.connect();
  client.send(post + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n");
  client.send(body);
  auto const answer = client.read_answer();
  CHECK(answer.status == 413);
  CHECK(answer.field("connection") == "close");
  CHECK(answer.body == "The body is larger than 1024 bytes.");
  CHECK(client.closed());
}

TEST_CASE("a body up to the limit is taken") {
  TestServer const server;
  auto const body = std::string(1024 * 1024, 'x');
  auto client = server.connect();
  client.send(post + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  CHECK(client.read_answer().body == "POST /a\n" + body);
}

TEST_CASE("one connection too many gets an error") {
  TestServer const server(echo, [](Options& options) { options.limits.connections = 1; });
  auto first = server.connect();
  CHECK(first.exchange(get).status == 200);
  auto second = server.connect();
  auto const answer = second.exchange(get);
  CHECK(answer.status == 503);
  CHECK(answer.field("retry-after") == "1");
  CHECK(answer.field("connection") == "close");
  CHECK(second.closed());
  CHECK(first.exchange(get).status == 200);
}

TEST_CASE("connections that end make room for others") {
  TestServer const server(echo, [](Options& options) { options.limits.connections = 1; });
  for (int i = 0; i < 200; ++i) { // more than may be turned away together
    auto client = server.connect();
    auto const status =
        client.exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").status;
    CHECK((status == 200 || status == 503));
    CHECK(client.closed());
  }
}

TEST_CASE("one request too many gets Retry-After") {
  std::promise<void> begun;
  std::promise<void> open;
  auto opened = open.get_future().share();
  std::atomic<bool> first = true;
  TestServer const server(
      [&](Request const& request) {
        if (first.exchange(false)) {
          begun.set_value();
          opened.wait();
        }
        return echo(request);
      },
      [](Options& options) {
        options.threads = 1;
        options.limits.queued_requests = 1;
      });
  auto running = server.connect();
  running.send(get);
  begun.get_future().wait();

  // One of three finds a place in the line; when the other two have been refused, the first is
  // released.
  std::atomic<int> refused = 0;
  std::vector<std::future<unsigned>> others;
  for (int i = 0; i < 3; ++i)
    others.push_back(std::async(std::launch::async, [&] {
      auto client = server.connect();
      auto const answer = client.exchange(get);
      if (answer.status == 503 && answer.field("retry-after") == "1" && ++refused == 2)
        open.set_value();
      return answer.status;
    }));
  std::multiset<unsigned> statuses;
  for (auto& other : others)
    statuses.insert(other.get());
  CHECK(statuses == std::multiset<unsigned>{200, 503, 503});
  CHECK(running.read_answer().status == 200);
}

TEST_CASE("a connection continues after overload") {
  Gate gate;
  TestServer const server(gate.handler(), [](Options& options) {
    options.threads = 1;
    options.limits.queued_requests = 0;
  });
  auto running = server.connect();
  running.send(get);
  gate.wait_until_begun();
  auto other = server.connect();
  CHECK(other.exchange(get).status == 503);
  CHECK(other.exchange(get).status == 503);
  gate.open();
  CHECK(running.read_answer().status == 200);
}
