// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

#include <mutex>
#include <system_error>

using namespace recap::http;

namespace {

auto const get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

/// Keeps the lines of a log.
class Lines {
public:
  Log log() {
    return [this](std::string const& line) {
      std::lock_guard const lock(mutex_);
      lines_.push_back(line);
    };
  }

  std::vector<std::string> all() {
    std::lock_guard const lock(mutex_);
    return lines_;
  }

private:
  std::mutex mutex_;
  std::vector<std::string> lines_;
};

} // namespace

TEST_CASE("an exception of the handler is a 500 and a line in the log") {
  Lines lines;
  TestServer const server([](Request const&) -> Response { throw std::runtime_error("no disk"); },
                          [&](Options& options) { options.log = lines.log(); });
  auto client = server.connect();
  auto const answer = client.exchange(get);
  CHECK(answer.status == 500);
  CHECK(answer.body == "The server failed to answer this request.");
  CHECK(client.exchange(get).status == 500);
  CHECK(lines.all() == std::vector<std::string>(2, "GET /a: no disk"));
}

TEST_CASE("an exception of no known kind is a 500 as well") {
  TestServer const server([](Request const&) -> Response { throw 7; });
  CHECK(server.connect().exchange(get).status == 500);
}

TEST_CASE("a response that cannot be sent is a 500 and a line in the log") {
  Lines lines;
  TestServer const server(
      [](Request const&) { return Response{200, "", "", {{"Location", "/\r\nX: y"}}}; },
      [&](Options& options) { options.log = lines.log(); });
  auto const answer = server.connect().exchange(get);
  CHECK(answer.status == 500);
  CHECK(answer.count("x") == 0);
  CHECK(lines.all() == std::vector<std::string>{"GET /a: the field Location has a line break"});
}

TEST_CASE("an error page that fails is replaced by plain words") {
  Options options;
  options.port = 0;
  Server server(options, echo, [](unsigned, std::string const&) -> Response { throw 7; });
  server.start();
  auto const answer = RawClient(server.port()).exchange("GET / HTTP/1.1\r\n\r\n");
  CHECK(answer.status == 400);
  CHECK(answer.field("content-type") == "text/plain");
  CHECK(answer.body == "The Host field is missing.\n");
}

TEST_CASE("an address that cannot be had is named") {
  TestServer const taken;
  Options options;
  options.port = taken.port();
  Server second(options, echo, plain_page);
  CHECK_THROWS_WITH(second.start(),
                    Catch::Contains("cannot listen on 127.0.0.1:" + std::to_string(taken.port())) &&
                        Catch::Contains("in use"));
  options.address = "here";
  Server nowhere(options, echo, plain_page);
  CHECK_THROWS_AS(nowhere.start(), std::system_error);
}

TEST_CASE("a server that was never started can be drained and destroyed") {
  Server server({}, echo, plain_page);
  server.drain(std::chrono::seconds(1));
}

TEST_CASE("many clients are answered at once, each its own") {
  TestServer const server;
  std::vector<std::future<bool>> clients;
  for (int number = 0; number < 8; ++number)
    clients.push_back(std::async(std::launch::async, [&server, number] {
      auto client = server.connect();
      auto const path = "/" + std::to_string(number);
      for (int i = 0; i < 100; ++i)
        if (client.exchange("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").body !=
            "GET " + path + "\n")
          return false;
      return true;
    }));
  for (auto& client : clients) CHECK(client.get());
}
