// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/connection.hpp"
#include "searchd/http/endpoint.hpp"
#include "searchd/http/server.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <list>
#include <string>
#include <unordered_map>

namespace recap::http {

/// Accepts connections, owns them, enforces their times, and ends them. All functions except open()
/// must be called on the io thread.
class Listener {
public:
  Listener(boost::asio::io_context& io, Service& service);

  /// Starts to listen as `options` say and returns the port; throws std::system_error. Call it
  /// before the io thread runs.
  std::uint16_t open(Options const& options);

  /// Stops accepting, and ends the connections, as in Server::drain. After the last one has ended,
  /// nothing keeps the io_context running.
  void drain(std::chrono::milliseconds patience);

private:
  enum class Welcome { served, too_many, too_many_of_one, none };

  boost::asio::awaitable<void> accept();
  boost::asio::awaitable<void> wait_for_room();
  void accept_waiting();
  void add(Socket socket);
  [[nodiscard]] Welcome welcome(Connection const& connection) const;
  void forget(std::list<Connection>::iterator connection);
  void remove(std::list<Connection>::iterator connection, std::exception_ptr const& error);
  void watch_the_clock();
  void close_if_idle();
  void give_up();
  void finish_if_empty();

  Service& service_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  Acceptor acceptor_;
  std::filesystem::path file_;         // of the socket, if it is a Unix domain socket
  boost::asio::steady_timer room_;     // wakes accept() when a connection ends
  boost::asio::steady_timer clock_;    // runs while there are connections
  boost::asio::steady_timer patience_; // runs while draining
  std::list<Connection> connections_;
  std::unordered_map<std::string, std::size_t> of_client_; // their number
};

} // namespace recap::http
