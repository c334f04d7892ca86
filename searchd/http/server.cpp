// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "searchd/http/listener.hpp"
#include "searchd/http/responder.hpp"
#include "searchd/http/workers.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace recap::http {

struct Server::State {
  State(Options given, Handler handler, ErrorPage error_page);
  void run();

  Options options;
  Responder responder;
  Workers workers;
  Service service;
  boost::asio::io_context io{1}; // one thread runs it
  Listener listener;
  std::uint16_t port = 0;
  std::thread io_thread;
  std::atomic<bool> started = false;
  std::once_flag drained;
};

Server::State::State(Options given, Handler handler, ErrorPage error_page)
    : options(std::move(given))
    , responder(std::move(handler), std::move(error_page), options.log)
    , workers(responder)
    , service{.limits = options.limits,
              .cors = Cors(options.cors_origins),
              .is_quick = options.is_quick,
              .known_response = options.known_response,
              .responder = responder,
              .workers = workers,
              .trusted = Networks(options.trusted_proxies),
              .rate = RateLimit(options.rate),
              .on_answered = options.on_answered}
    , listener(io, service) {}

/// Connections handle their own exceptions. This catches a lack of memory in between, after which
/// the other connections must still be served.
void Server::State::run() {
  for (;;) {
    try {
      io.run();
      return;
    } catch (std::exception const& error) {
      responder.log(std::string("continuing after an exception: ") + error.what());
    }
  }
}

Server::Server(Options options, Handler handler, ErrorPage error_page)
    : state_(
          std::make_unique<State>(std::move(options), std::move(handler), std::move(error_page))) {}

Server::~Server() {
  drain(std::chrono::milliseconds(0));
}

void Server::start() {
  state_->port = state_->listener.open(state_->options);
  state_->workers.start(state_->options.threads, state_->options.limits);
  state_->io_thread = std::thread([state = state_.get()] { state->run(); });
  state_->started = true;
}

Server::Load Server::load() const {
  auto const& service = state_->service;
  return {.connections = service.connections,
          .in_flight = service.in_flight,
          .waiting = state_->workers.waiting()};
}

std::uint16_t Server::port() const {
  return state_->port;
}

void Server::drain(std::chrono::milliseconds patience) {
  if (!state_->started) return;
  std::call_once(state_->drained, [this, patience] {
    boost::asio::post(state_->io, [this, patience] { state_->listener.drain(patience); });
    state_->io_thread.join();
    state_->workers.join();
  });
}

} // namespace recap::http
