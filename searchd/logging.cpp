// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/logging.hpp"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <string_view>
#include <utility>

namespace recap {
namespace {

/// How long the program waits for logs when it ends.
constexpr std::chrono::milliseconds flush_patience{500};

/// Most bytes logged of a slow request; the beginning of a draft is enough.
constexpr std::size_t most_logged = 500;

/// Passes spdlog's messages to a LineWriter.
class Sink : public spdlog::sinks::base_sink<std::mutex> {
public:
  Sink(std::shared_ptr<log::LineWriter> writer, log::Format format)
      : writer_(std::move(writer))
      , format_(format) {}

protected:
  void sink_it_(spdlog::details::log_msg const& message) override {
    auto const level = spdlog::level::to_string_view(message.level);
    writer_->put(log::log_line({level.data(), level.size()},
                               {message.payload.data(), message.payload.size()}, format_,
                               message.time));
  }
  void flush_() override { writer_->flush(flush_patience); }

private:
  std::shared_ptr<log::LineWriter> writer_;
  log::Format format_;
};

} // namespace

void add_log_options(CLI::App& app, LogOptions& options) {
  app.add_option_function<std::string>(
         "--log-format",
         [&options](std::string const& name) {
           options.format = name == "json" ? log::Format::json : log::Format::text;
         },
         "text, or json for an object in each line of all logs")
      ->check(CLI::IsMember({"text", "json"}))
      ->default_str("text");
  app.add_option("--access-log", options.access,
                 "File that gets a line for each response, without queries and with shortened "
                 "addresses; - for standard output");
  app.add_option_function<unsigned>(
         "--slow-query", [&options](unsigned ms) { options.slow = std::chrono::milliseconds(ms); },
         "Log requests that took longer than so many milliseconds, with what they asked for; 0 = "
         "none")
      ->check(CLI::Range(0U, 60'000U))
      ->default_str("0");
}

Logs::Logs(LogOptions const& options)
    : options_(options)
    , messages_(std::make_shared<log::LineWriter>(STDERR_FILENO)) {
  auto const warn = [](std::string const& reason) { spdlog::warn(reason); };
  if (!options.access.empty()) answers_ = std::make_unique<log::LineWriter>(options.access, warn);
  spdlog::set_default_logger(std::make_shared<spdlog::logger>(
      "recap-searchd", std::make_shared<Sink>(messages_, options.format)));
}

Logs::~Logs() {
  messages_->flush(flush_patience);
}

void Logs::start() {
  messages_->start();
  if (answers_) answers_->start();
}

void Logs::reopen() {
  if (answers_) answers_->reopen();
}

http::OnAnswered Logs::on_answered() {
  if (!answers_) return {};
  return [&answers = *answers_, format = options_.format](http::Answered const& answered) {
    log::Access const access{.client = answered.client,
                             .method = answered.method,
                             .target = answered.target,
                             .status = answered.status,
                             .bytes = answered.body_bytes,
                             .took = answered.took,
                             .id = answered.id};
    answers.put(log::access_line(access, format, std::chrono::system_clock::now()));
  };
}

void Logs::tell_if_slow(http::Request const& request, std::chrono::duration<double> took) const {
  if (options_.slow.count() == 0 || took <= options_.slow) return;
  auto asked = request.method + ' ' + request.target;
  if (!request.body.empty()) asked += ' ' + request.body;
  if (asked.size() > most_logged) asked.replace(most_logged, std::string::npos, "...");
  auto const ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  spdlog::warn("slow: {} ms, request {}: {}", ms, request.id, asked);
}

std::uint64_t Logs::lost() const {
  return messages_->lost() + (answers_ ? answers_->lost() : 0);
}

} // namespace recap
