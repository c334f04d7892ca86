// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <memory>
#include <string>

namespace recap::bench {

/// The answer of a server. `body` is valid until the next question.
struct Reply {
  bool good = false; ///< status 200, or no error of SphinxQL
  std::string body;
};

/// One connection to a server, for one question after another. Used by one thread at a time.
class Connection {
public:
  virtual ~Connection() = default;

  /// Sends a line of the file of questions and waits for the whole reply. Throws
  /// boost::system::system_error, or std::runtime_error on a violation of the protocol.
  virtual Reply ask(std::string const& question) = 0;
};

/// HTTP/1.1: a question is a target. Reconnects if the server closed the connection after an
/// answer.
std::unique_ptr<Connection> connect_http(boost::asio::ip::tcp::endpoint const& server);

/// The text protocol of MySQL as Sphinx speaks it: a question is one or several statements; the
/// body has the rows of all, with values separated by tabs.
std::unique_ptr<Connection> connect_sphinxql(boost::asio::ip::tcp::endpoint const& server);

} // namespace recap::bench
