// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/server.hpp"
#include "tests/http/raw_client.hpp"

#include <functional>
#include <future>
#include <string>
#include <utility>

namespace recap::http {

/// Echoes the request: the path, then `name=value` lines, then the body.
inline Response echo(Request const& request) {
  Response response;
  response.content_type = "text/plain";
  response.body = request.method + ' ' + request.path + '\n';
  for (auto const& [name, value] : request.parameters)
    response.body += name + '=' + value + '\n';
  response.body += request.body;
  return response;
}

inline Response plain_page(Refusal const& refusal, Request const& /*request*/) {
  return Response{refusal.status, "application/problem+json", refusal.detail, {}};
}

/// A server on a free port of the loopback interface.
class TestServer {
public:
  explicit TestServer(Handler handler = echo, std::function<void(Options&)> const& change = {})
      : server_(options(change), std::move(handler), plain_page) {
    server_.start();
  }

  [[nodiscard]] RawClient connect() const { return RawClient(server_.port()); }
  [[nodiscard]] std::uint16_t port() const { return server_.port(); }

  /// Drains on another thread; the future is ready when that is done.
  std::future<void> drain(std::chrono::milliseconds patience) {
    return std::async(std::launch::async, [this, patience] { server_.drain(patience); });
  }

private:
  static Options options(std::function<void(Options&)> const& change) {
    Options options;
    options.port = 0;
    options.threads = 2;
    if (change) change(options);
    return options;
  }

  Server server_;
};

/// A handler that signals its beginning, and ends when it is released.
class Gate {
public:
  Handler handler() {
    return [this](Request const& request) {
      begun_.set_value();
      open_.get_future().wait();
      return echo(request);
    };
  }

  void wait_until_begun() { begun_.get_future().wait(); }
  void open() { open_.set_value(); }

private:
  std::promise<void> begun_; ///< for one request only
  std::promise<void> open_;
};

} // namespace recap::http
