// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/handed_over.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace recap {
namespace {

constexpr int first_descriptor = 3;

/// Any address of a socket, as the kernel writes it.
union Place {
  sockaddr any;
  sockaddr_in v4;
  sockaddr_in6 v6;
  sockaddr_un file;
};

void tell_place(int descriptor, http::Options& options) {
  Place place{};
  socklen_t size = sizeof place;
  if (::getsockname(descriptor, &place.any, &size) != 0)
    throw std::invalid_argument("LISTEN_FDS=1: what was handed over is no socket");
  std::array<char, INET6_ADDRSTRLEN> written{};
  if (place.any.sa_family == AF_INET) {
    options.address = ::inet_ntop(AF_INET, &place.v4.sin_addr, written.data(), written.size());
    options.port = ntohs(place.v4.sin_port);
  } else if (place.any.sa_family == AF_INET6) {
    options.address = ::inet_ntop(AF_INET6, &place.v6.sin6_addr, written.data(), written.size());
    options.port = ntohs(place.v6.sin6_port);
  } else {
    options.socket = place.file.sun_path;
  }
}

} // namespace

void take_handed_over(http::Options& options) {
  auto const* const process = std::getenv("LISTEN_PID");
  auto const* const count = std::getenv("LISTEN_FDS");
  // Sockets meant for another process were inherited by accident.
  if (process == nullptr || count == nullptr || std::to_string(::getpid()) != process) return;
  if (count == std::string("0")) return;
  if (count != std::string("1")) {
    throw std::invalid_argument("LISTEN_FDS=" + std::string(count) +
                                ": takes one socket; leave one ListenStream= in its unit");
  }
  ::fcntl(first_descriptor, F_SETFD, FD_CLOEXEC);
  tell_place(first_descriptor, options);
  options.inherited = first_descriptor;
}

} // namespace recap
