// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/servers.hpp"

#include <cstdint>
#include <iostream>
#include <string>

namespace recap {
namespace {

/// The address where `options` listen, for people.
std::string place(http::Options const& options, std::uint16_t port) {
  if (!options.socket.empty()) return "unix:" + options.socket.string();
  bool const is_v6 = options.address.find(':') != std::string::npos;
  return "http://" + (is_v6 ? "[" + options.address + "]" : options.address) + ":" +
         std::to_string(port);
}

} // namespace

Servers::Servers(Options const& options, Answering const& parts)
    : options_(options)
    , everybody_(options.http, public_handler(parts), error_page(parts.metrics)) {
  if (options.admin)
    admins_.emplace(*options.admin, admin_handler(parts), error_page(parts.metrics));
}

void Servers::start() {
  if (admins_) admins_->start();
  everybody_.start();
  std::cout << "listening on " << place(options_.http, everybody_.port()) << std::endl;
  if (admins_) std::cout << "admins on " << place(*options_.admin, admins_->port()) << std::endl;
}

void Servers::drain(std::chrono::milliseconds patience) {
  everybody_.drain(patience);
  if (admins_) admins_->drain(std::chrono::milliseconds(0));
}

} // namespace recap
