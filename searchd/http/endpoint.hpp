// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/address.hpp"
#include "searchd/http/server.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/generic/stream_protocol.hpp>

#include <cstdint>
#include <optional>

namespace recap::http {

/// A connection over TCP or a Unix domain socket.
using Socket = boost::asio::generic::stream_protocol::socket;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::generic::stream_protocol>;

/// Makes `acceptor` listen as `options` say; throws std::system_error naming the place. Replaces a
/// socket file on which nobody listens.
void listen(Acceptor& acceptor, Options const& options);

/// The port listened on; 0 for a Unix domain socket.
[[nodiscard]] std::uint16_t port_of(Acceptor const& acceptor);

/// The peer of `socket`; nullopt over a Unix domain socket, or if the peer has gone.
[[nodiscard]] std::optional<Address> peer_of(Socket const& socket);

} // namespace recap::http
