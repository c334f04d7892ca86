// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/answering.hpp"
#include "searchd/http/server.hpp"
#include "searchd/options.hpp"

#include <chrono>
#include <optional>

namespace recap {

/// The servers of a daemon: one for everybody, and maybe one for admins.
class Servers {
public:
  /// `options` and all of `parts` have to outlive it.
  Servers(Options const& options, Answering const& parts);

  /// Says on standard output where they listen. Throws std::system_error.
  void start();

  /// As http::Server::drain(); admins have no patience.
  void drain(std::chrono::milliseconds patience);

  /// Of the server for everybody.
  [[nodiscard]] http::Server::Load load() const { return everybody_.load(); }

private:
  Options const& options_;
  http::Server everybody_;
  std::optional<http::Server> admins_;
};

} // namespace recap
