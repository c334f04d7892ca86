// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/listener.hpp"

#include "searchd/http/awaiting.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace recap::http {
namespace {

namespace net = boost::asio;
using boost::system::error_code;

/// Connections beyond the limit that get a response saying so. Once there are this many, the rest
/// wait in the kernel's queue.
constexpr std::size_t most_turned_away = 64;

/// The same for one address that has too many; further ones are closed without a response.
constexpr std::size_t most_turned_away_of_one = 4;

/// Pause after a failure to accept, which is mostly a lack of file descriptors and would only
/// recur.
constexpr std::chrono::milliseconds accept_pause{100};

std::chrono::milliseconds tick(Limits const& limits) {
  auto const shortest = std::min({limits.read_timeout, limits.write_timeout, limits.idle_timeout});
  return std::clamp(shortest / 8, std::chrono::milliseconds(1), std::chrono::milliseconds(250));
}

} // namespace

Listener::Listener(net::io_context& io, Service& service)
    : service_(service)
    , work_(net::make_work_guard(io))
    , acceptor_(io)
    , room_(io)
    , clock_(io)
    , patience_(io) {}

std::uint16_t Listener::open(Options const& options) {
  listen(acceptor_, options);
  if (options.inherited < 0) file_ = options.socket;
  net::co_spawn(acceptor_.get_executor(), accept(), net::detached);
  return port_of(acceptor_);
}

net::awaitable<void> Listener::accept() {
  while (!service_.draining) {
    auto [error, socket] = co_await acceptor_.async_accept(as_values);
    if (service_.draining && error) co_return;
    if (error) {
      service_.responder.log("cannot accept a connection: " + error.message());
      room_.expires_after(accept_pause);
      co_await room_.async_wait(as_values);
    } else {
      try {
        add(std::move(socket));
      } catch (std::exception const& thrown) { // must not end this loop
        service_.responder.log(std::string("cannot take a connection: ") + thrown.what());
      }
      if (service_.draining) close_if_idle();
      co_await wait_for_room();
    }
  }
}

net::awaitable<void> Listener::wait_for_room() {
  while (connections_.size() >= service_.limits.connections + most_turned_away) {
    room_.expires_at(Connection::Clock::time_point::max());
    co_await room_.async_wait(as_values);
    if (service_.draining) co_return;
  }
}

/// Whether to serve a connection, respond with the reason, or close it without a response.
Listener::Welcome Listener::welcome(Connection const& connection) const {
  auto const& limits = service_.limits;
  auto const known = of_client_.find(connection.client());
  auto const others = known == of_client_.end() ? 0 : known->second;
  if (!connection.is_trusted() && others >= limits.connections_per_address) {
    // Connections that get a reason take room, too.
    bool const gets_reason = others < limits.connections_per_address + most_turned_away_of_one;
    return gets_reason ? Welcome::too_many_of_one : Welcome::none;
  }
  return connections_.size() > limits.connections ? Welcome::too_many : Welcome::served;
}

void Listener::add(Socket socket) {
  auto const connection = connections_.emplace(connections_.end(), std::move(socket), service_);
  try {
    auto const welcomed = welcome(*connection);
    if (welcomed == Welcome::none) {
      connections_.pop_back();
      return;
    }
    ++of_client_[connection->client()];
    service_.connections = connections_.size();
    if (connections_.size() == 1) watch_the_clock();
    net::co_spawn(
        acceptor_.get_executor(),
        welcomed == Welcome::served ? connection->serve()
                                    : connection->turn_away(welcomed == Welcome::too_many_of_one),
        [this, connection](std::exception_ptr const& error) { remove(connection, error); });
  } catch (...) {
    forget(connection);
    throw;
  }
}

void Listener::forget(std::list<Connection>::iterator connection) {
  auto const known = of_client_.find(connection->client());
  if (known != of_client_.end() && --known->second == 0) of_client_.erase(known);
  connections_.erase(connection);
  service_.connections = connections_.size();
}

void Listener::remove(std::list<Connection>::iterator connection, std::exception_ptr const& error) {
  forget(connection);
  room_.cancel();
  if (service_.draining) finish_if_empty();
  try {
    if (error) std::rethrow_exception(error);
  } catch (std::exception const& thrown) {
    service_.responder.log(std::string("connection closed by an exception: ") + thrown.what());
  }
}

void Listener::watch_the_clock() {
  clock_.expires_after(tick(service_.limits));
  clock_.async_wait([this](error_code const& cancelled) {
    if (cancelled || connections_.empty()) return;
    auto const now = Connection::Clock::now();
    for (auto& connection : connections_)
      connection.expire(now);
    watch_the_clock();
  });
}

/// The kernel resets those that are connected but not accepted when the socket is closed.
void Listener::accept_waiting() {
  error_code error;
  acceptor_.non_blocking(true, error);
  while (!error && connections_.size() < service_.limits.connections + most_turned_away) {
    Socket socket(acceptor_.get_executor());
    acceptor_.accept(socket, error);
    if (error) return;
    try {
      add(std::move(socket));
    } catch (std::exception const& thrown) {
      return service_.responder.log(std::string("cannot take a connection: ") + thrown.what());
    }
  }
}

void Listener::drain(std::chrono::milliseconds patience) {
  service_.draining = true;
  accept_waiting();
  error_code ignored;
  acceptor_.close(ignored);
  if (!file_.empty()) ::unlink(file_.c_str());
  room_.cancel();
  close_if_idle();
  patience_.expires_after(std::min<std::chrono::milliseconds>(patience, std::chrono::hours(24)));
  patience_.async_wait([this](error_code const& cancelled) {
    if (!cancelled) give_up();
  });
  finish_if_empty();
}

void Listener::close_if_idle() {
  for (auto& connection : connections_)
    connection.close_if_idle();
}

void Listener::give_up() {
  service_.workers.abandon();
  for (auto& connection : connections_)
    connection.abort();
}

void Listener::finish_if_empty() {
  if (!connections_.empty()) return;
  patience_.cancel();
  clock_.cancel();
  work_.reset();
}

} // namespace recap::http
