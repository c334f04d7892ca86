// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/answering.hpp"
#include "searchd/http/server.hpp"
#include "searchd/options.hpp"

#include <chrono>
#include <optional>

namespace recap {

/// The servers of the daemon: the public one and, optionally, one for admins.
class Servers {
public:
  /// `options` and all of `parts` must outlive this.
  Servers(Options const& options, Answering const& parts);

  /// Prints the addresses where they listen on standard output. Throws std::system_error.
  void start();

  /// As http::Server::drain() for the public server; the admin server stops immediately.
  void drain(std::chrono::milliseconds patience);

  /// The load of the public server.
  [[nodiscard]] http::Server::Load load() const { return everybody_.load(); }

private:
  Options const& options_;
  http::Server everybody_;
  std::optional<http::Server> admins_;
};

} // namespace recap
