// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"
#include "searchd/log/format.hpp"
#include "searchd/log/line_writer.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace recap {

/// The options for logs.
struct LogOptions {
  log::Format format = log::Format::text;
  std::filesystem::path access; ///< file of the access log; `-` = standard output, empty = none
  std::chrono::milliseconds slow{0}; ///< log requests that took longer; 0 = none
};

/// `options` must outlive `app`.
void add_log_options(CLI::App& app, LogOptions& options);

/// The logs of the daemon: messages on standard error through spdlog, and an optional access log.
/// Requests never wait for them. Thread-safe.
class Logs {
public:
  /// Redirects spdlog here and opens the access log; throws std::system_error naming it.
  explicit Logs(LogOptions const& options);
  ~Logs();
  Logs(Logs const&) = delete;
  Logs& operator=(Logs const&) = delete;

  /// Starts the writing threads. Call this after confine().
  void start();

  /// Reopens the access log.
  void reopen();

  /// Writes a response to the access log; empty without one.
  [[nodiscard]] http::OnAnswered on_answered();

  /// Logs a request that took longer than `--slow-query`, with its query.
  void tell_if_slow(http::Request const& request, std::chrono::duration<double> took) const;

  /// Number of lines dropped from all logs.
  [[nodiscard]] std::uint64_t lost() const;

private:
  LogOptions options_;
  std::shared_ptr<log::LineWriter> messages_;
  std::unique_ptr<log::LineWriter> answers_;
};

} // namespace recap
