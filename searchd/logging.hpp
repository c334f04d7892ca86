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

/// What the options say of logs.
struct LogOptions {
  log::Format format = log::Format::text;
  std::filesystem::path access; ///< file of the access log; `-` = standard output, empty = none
  std::chrono::milliseconds slow{0}; ///< answers that took longer are logged; 0 = none
};

/// `options` has to outlive `app`.
void add_log_options(CLI::App& app, LogOptions& options);

/// The logs of the daemon: messages on standard error, by spdlog, and maybe a line for each answer.
/// No thread that answers waits for them. Any thread may call it.
class Logs {
public:
  /// From now on spdlog writes here. Opens the access log; throws std::system_error that names it.
  explicit Logs(LogOptions const& options);
  ~Logs();
  Logs(Logs const&) = delete;
  Logs& operator=(Logs const&) = delete;

  /// Starts the threads that write. After the process has confined itself.
  void start();

  /// Opens the access log anew.
  void reopen();

  /// Tells the access log of an answer; empty where there is none.
  [[nodiscard]] http::OnAnswered on_answered();

  /// Logs a request whose answer took longer than `--slow-query`, with all that it asks for.
  void tell_if_slow(http::Request const& request, std::chrono::duration<double> took) const;

  /// Lines that could not be written.
  [[nodiscard]] std::uint64_t lost() const;

private:
  LogOptions options_;
  std::shared_ptr<log::LineWriter> messages_;
  std::unique_ptr<log::LineWriter> answers_;
};

} // namespace recap
