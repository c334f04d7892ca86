// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/endpoint.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <sys/socket.h>

#include <cstring>
#include <system_error>

namespace recap::http {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;
using Endpoint = net::generic::stream_protocol::endpoint;

/// nullopt for anything but a TCP endpoint.
std::optional<tcp::endpoint> tcp_endpoint(Endpoint const& endpoint) {
  auto const family = endpoint.protocol().family();
  if (family != AF_INET && family != AF_INET6) return std::nullopt;
  tcp::endpoint known;
  if (endpoint.size() > known.capacity()) return std::nullopt;
  std::memcpy(known.data(), endpoint.data(), endpoint.size());
  known.resize(endpoint.size());
  return known;
}

void open_at(Acceptor& acceptor, Endpoint const& endpoint, std::string const& name) {
  error_code error;
  auto const check = [&] {
    if (error) throw std::system_error(error, "cannot listen on " + name);
  };
  acceptor.open(endpoint.protocol(), error);
  check();
  acceptor.set_option(net::socket_base::reuse_address(true), error);
  check();
  acceptor.bind(endpoint, error);
  check();
  acceptor.listen(net::socket_base::max_listen_connections, error);
  check();
}

/// Another process has bound it, and keeps it open when this program ends: clients that connect
/// meanwhile wait there.
void listen_on_inherited(Acceptor& acceptor, int descriptor) {
  sockaddr_storage place{};
  socklen_t size = sizeof place;
  int listens = 0;
  socklen_t flag_size = sizeof listens;
  bool const is_fit =
      ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&place), &size) == 0 &&
      ::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &flag_size) == 0 &&
      listens != 0;
  if (!is_fit)
    throw std::system_error(std::make_error_code(std::errc::invalid_argument),
                            "the socket that was handed over does not listen");
  acceptor.assign(Endpoint::protocol_type(place.ss_family, 0), descriptor);
}

void listen_on_file(Acceptor& acceptor, std::filesystem::path const& file) {
  net::local::stream_protocol::endpoint place;
  try {
    place.path(file.string());
  } catch (boost::system::system_error const& error) {
    throw std::system_error(error.code(), "cannot listen on " + file.string());
  }
  if (std::filesystem::is_socket(file)) {
    net::local::stream_protocol::socket other(acceptor.get_executor());
    error_code gone;
    other.connect(place, gone);
    if (gone == net::error::connection_refused) std::filesystem::remove(file);
  }
  open_at(acceptor, place, file.string());
}

} // namespace

void listen(Acceptor& acceptor, Options const& options) {
  if (options.inherited >= 0) return listen_on_inherited(acceptor, options.inherited);
  if (!options.socket.empty()) return listen_on_file(acceptor, options.socket);
  error_code error;
  auto const ip = net::ip::make_address(options.address, error);
  if (error)
    throw std::system_error(error, "cannot listen on '" + options.address + "': not an IP address");
  auto const host = ip.to_string();
  auto const name = (ip.is_v6() ? '[' + host + ']' : host) + ':' + std::to_string(options.port);
  open_at(acceptor, tcp::endpoint(ip, options.port), name);
}

std::uint16_t port_of(Acceptor const& acceptor) {
  error_code error;
  auto const known = tcp_endpoint(acceptor.local_endpoint(error));
  return known ? known->port() : 0;
}

std::optional<Address> peer_of(Socket const& socket) {
  error_code gone;
  auto const known = tcp_endpoint(socket.remote_endpoint(gone));
  return gone || !known ? std::nullopt : std::optional(plain(known->address()));
}

} // namespace recap::http
