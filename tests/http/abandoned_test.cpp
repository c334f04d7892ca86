// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace recap::http;
using namespace std::chrono_literals;

namespace {

std::string get(std::string const& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

/// Runs until it is stopped.
Response endless(Request const& request) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any never;
  never.wait(lock, request.stop, [] { return false; });
  return echo(request);
}

/// `/endless` never ends, anything else is an echo; counts both.
struct Handlers {
  std::atomic<int> calls = 0;
  std::promise<void> begun;

  Handler handler() {
    return [this](Request const& request) {
      if (++calls == 1) begun.set_value();
      return request.path == "/endless" ? endless(request) : echo(request);
    };
  }
};

void one_thread(Options& options) {
  options.threads = 1;
  options.limits.hang_up_grace = 1ms;
}

} // namespace

TEST_CASE("a request is stopped when its peer closes the connection") {
  Handlers handlers;
  TestServer const server(handlers.handler(), one_thread);
  auto gone = server.connect();
  gone.send(get("/endless"));
  handlers.begun.get_future().wait();
  gone.close();
  CHECK(server.connect().exchange(get("/a")).status == 200);
}

TEST_CASE("a request is stopped immediately when its peer resets the connection") {
  Handlers handlers;
  TestServer const server(handlers.handler(), [](Options& options) {
    one_thread(options);
    options.limits.hang_up_grace = 1h;
  });
  auto gone = server.connect();
  gone.send(get("/endless"));
  handlers.begun.get_future().wait();
  gone.reset();
  CHECK(server.connect().exchange(get("/a")).status == 200);
}

TEST_CASE("a peer that closes while its pipelined request is read is noticed") {
  Handlers handlers;
  TestServer const server(handlers.handler(), one_thread);
  auto gone = server.connect();
  gone.send(get("/endless"));
  handlers.begun.get_future().wait();
  gone.send(get("/endless"));
  gone.close();
  CHECK(server.connect().exchange(get("/a")).status == 200);
}

TEST_CASE("a request whose peer went away while it waited is never started") {
  Handlers handlers;
  TestServer const server(handlers.handler(), one_thread);
  auto running = server.connect();
  running.send(get("/endless"));
  handlers.begun.get_future().wait();
  auto gone = server.connect();
  gone.send(get("/gone"));
  gone.end_sending();
  CHECK(gone.closed());
  running.close();
  CHECK(server.connect().exchange(get("/a")).status == 200);
  CHECK(handlers.calls == 2);
}

TEST_CASE("a peer that has only stopped sending is answered within the grace") {
  TestServer const server(echo, [](Options& options) {
    options.limits.hang_up_grace = 1h;
    options.limits.idle_timeout = 1h; // which this must not wait for
  });
  auto client = server.connect();
  client.send(get("/1") + get("/2") + get("/3"));
  client.end_sending();
  for (auto const* path : {"/1", "/2", "/3"})
    CHECK(client.read_answer().body == std::string("GET ") + path + '\n');
  CHECK(client.closed());
}

TEST_CASE("a request sent while another runs is answered after it") {
  Gate gate;
  std::atomic<int> calls = 0;
  TestServer const server([&, pass = gate.handler()](Request const& request) {
    return ++calls == 1 ? pass(request) : echo(request);
  });
  auto client = server.connect();
  client.send(get("/1"));
  gate.wait_until_begun();
  client.send(get("/2"));
  client.send("POST /3 HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi");
  gate.open();
  CHECK(client.read_answer().body == "GET /1\n");
  CHECK(client.read_answer().body == "GET /2\n");
  auto answer = client.read_answer();
  if (answer.status == 100) answer = client.read_answer();
  CHECK(answer.body == "POST /3\nhi");
}

TEST_CASE("more than the buffer holds may be sent while a request runs") {
  Gate gate;
  std::atomic<int> calls = 0;
  TestServer const server([&, pass = gate.handler()](Request const& request) {
    return ++calls == 1 ? pass(request) : echo(request);
  });
  auto client = server.connect();
  client.send(get("/"));
  gate.wait_until_begun();
  std::string many;
  for (int i = 0; i < 2000; ++i)
    many += get("/" + std::to_string(i));
  client.send(many);
  gate.open();
  CHECK(client.read_answer().body == "GET /\n");
  for (int i = 0; i < 2000; ++i)
    REQUIRE(client.read_answer().body == "GET /" + std::to_string(i) + '\n');
}

TEST_CASE("requests still running at the end of the patience are stopped") {
  Handlers handlers;
  TestServer server(handlers.handler(), one_thread);
  auto client = server.connect();
  client.send(get("/endless"));
  handlers.begun.get_future().wait();
  server.drain(20ms).wait();
  client.wait_for_end();
}
