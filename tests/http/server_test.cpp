// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

#include <future>
#include <stdexcept>
#include <system_error>
#include <vector>

using namespace recap::http;

namespace {

auto const get = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

} // namespace

TEST_CASE("an exception of the handler becomes a response, and the connection continues") {
  TestServer const server([](Request const&) -> Response { throw std::runtime_error("no disk"); });
  auto client = server.connect();
  CHECK(client.exchange(get).status == 500);
  CHECK(client.exchange(get).status == 500);
}

TEST_CASE("an address that cannot be bound is named") {
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

TEST_CASE("many clients are answered concurrently, each with its own answer") {
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
  for (auto& client : clients)
    CHECK(client.get());
}
