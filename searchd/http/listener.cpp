// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/listener.hpp"

#include "searchd/http/awaiting.hpp"
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <system_error>
#include <utility>

namespace recap::http {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

/// Connections beyond the limit that are being told so. Once there are that
/// many too, the others wait in the kernel's queue.
constexpr std::size_t most_turned_away = 64;

/// How long to leave accepting after a failure, which is mostly a lack of file
/// descriptors and would only be met again.
constexpr std::chrono::milliseconds accept_pause{100};

std::chrono::milliseconds tick(Limits const& limits) {
  auto const shortest = std::min({limits.read_timeout, limits.write_timeout, limits.idle_timeout});
  return std::clamp(shortest / 8, std::chrono::milliseconds(1), std::chrono::milliseconds(250));
}

[[noreturn]] void fail(tcp::endpoint const& endpoint, error_code const& error) {
  auto const host = endpoint.address().to_string();
  auto const name = endpoint.address().is_v6() ? '[' + host + ']' : host;
  throw std::system_error(error,
                          "cannot listen on " + name + ':' + std::to_string(endpoint.port()));
}

} // namespace

Listener::Listener(net::io_context& io, Service& service)
    : service_(service)
    , work_(net::make_work_guard(io))
    , acceptor_(io)
    , room_(io)
    , clock_(io)
    , patience_(io) {}

std::uint16_t Listener::open(std::string const& address, std::uint16_t port) {
  error_code error;
  auto const ip = net::ip::make_address(address, error);
  if (error)
    throw std::system_error(error, "cannot listen on '" + address + "': not an IP address");
  tcp::endpoint const endpoint(ip, port);
  if (acceptor_.open(endpoint.protocol(), error)) fail(endpoint, error);
  if (acceptor_.set_option(tcp::acceptor::reuse_address(true), error)) fail(endpoint, error);
  if (acceptor_.bind(endpoint, error)) fail(endpoint, error);
  if (acceptor_.listen(tcp::acceptor::max_listen_connections, error)) fail(endpoint, error);
  auto const bound = acceptor_.local_endpoint(error);
  if (error) fail(endpoint, error);
  net::co_spawn(acceptor_.get_executor(), accept(), net::detached);
  return bound.port();
}

net::awaitable<void> Listener::accept() {
  while (!service_.draining) {
    auto [error, socket] = co_await acceptor_.async_accept(as_values);
    if (service_.draining) co_return;
    if (error) {
      service_.responder.log("cannot accept a connection: " + error.message());
      room_.expires_after(accept_pause);
      co_await room_.async_wait(as_values);
    } else {
      try {
        add(std::move(socket));
      } catch (std::exception const& thrown) { // must not end the accepting
        service_.responder.log(std::string("cannot take a connection: ") + thrown.what());
      }
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

void Listener::add(tcp::socket socket) {
  auto const too_many = connections_.size() >= service_.limits.connections;
  auto const connection = connections_.emplace(connections_.end(), std::move(socket), service_);
  if (connections_.size() == 1) watch_the_clock();
  try {
    net::co_spawn(
        acceptor_.get_executor(), too_many ? connection->turn_away() : connection->serve(),
        [this, connection](std::exception_ptr const& error) { remove(connection, error); });
  } catch (...) {
    connections_.erase(connection);
    throw;
  }
}

void Listener::remove(std::list<Connection>::iterator connection, std::exception_ptr const& error) {
  connections_.erase(connection);
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

void Listener::drain(std::chrono::milliseconds patience) {
  service_.draining = true;
  error_code ignored;
  acceptor_.close(ignored);
  room_.cancel();
  for (auto& connection : connections_)
    connection.close_if_idle();
  patience_.expires_after(std::min<std::chrono::milliseconds>(patience, std::chrono::hours(24)));
  patience_.async_wait([this](error_code const& cancelled) {
    if (!cancelled) give_up();
  });
  finish_if_empty();
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
