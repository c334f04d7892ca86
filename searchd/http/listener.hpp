// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/connection.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <exception>
#include <list>
#include <string>

namespace recap::http {

/// Accepts connections, keeps them, looks at the clock for them, and ends them.
/// Everything but open() is to be called on the io thread.
class Listener {
public:
  Listener(boost::asio::io_context& io, Service& service);

  /// Begins to listen and gives the port; throws std::system_error. Before the
  /// io thread runs.
  std::uint16_t open(std::string const& address, std::uint16_t port);

  /// Takes no more connections and ends those there are, as Server::drain says.
  /// When the last has ended, nothing keeps the io_context running.
  void drain(std::chrono::milliseconds patience);

private:
  boost::asio::awaitable<void> accept();
  boost::asio::awaitable<void> wait_for_room();
  void add(boost::asio::ip::tcp::socket socket);
  void remove(std::list<Connection>::iterator connection, std::exception_ptr const& error);
  void watch_the_clock();
  void give_up();
  void finish_if_empty();

  Service& service_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer room_;     // wakes accept() when a connection ends
  boost::asio::steady_timer clock_;    // runs while there are connections
  boost::asio::steady_timer patience_; // runs while draining
  std::list<Connection> connections_;
};

} // namespace recap::http
