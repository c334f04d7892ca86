// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/command_line.hpp"
#include "index/cut_files.hpp"
#include "searchd/answering.hpp"
#include "searchd/confinement.hpp"
#include "searchd/insights/insights.hpp"
#include "searchd/insights/store.hpp"
#include "searchd/lever_trial.hpp"
#include "searchd/logging.hpp"
#include "searchd/options.hpp"
#include "searchd/search/engine.hpp"
#include "searchd/servers.hpp"
#include "searchd/system_calls.hpp"
#include "searchd/upkeep.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/spdlog.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace {

using namespace std::chrono_literals;

/// How often CURRENT is checked, so that a new generation answers within a second, including the
/// time to open it.
constexpr auto refresh_interval = 300ms;

/// After SIGTERM: time for running requests to finish, then time for them to stop on request. The
/// unit's TimeoutStopSec exceeds the sum.
constexpr auto drain_patience = 3s;
constexpr auto stop_patience = 2s;

/// Ends the program after `patience`, even if requests are still running. A request that ignores
/// stop would otherwise delay a restart until the service manager kills the daemon. Nothing is
/// lost, because the daemon does not write to the index.
class Deadline {
public:
  explicit Deadline(std::chrono::milliseconds patience)
      : thread_([patience](std::stop_token const& done) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any changed;
        if (changed.wait_for(lock, done, patience, [&] { return done.stop_requested(); })) return;
        spdlog::error("a request did not stop in time; exiting anyway");
        spdlog::default_logger()->flush();
        std::_Exit(0);
      }) {}

private:
  std::jthread thread_;
};

/// Follows changes on disk until a signal asks to stop. SIGHUP checks immediately, and reopens the
/// logs.
void wait_for_signal(recap::Upkeep& upkeep, recap::Logs& logs, boost::asio::io_context& context,
                     boost::asio::signal_set& signals) {
  std::function<void()> const wait = [&] {
    signals.async_wait([&](auto const& failure, int signal) {
      if (failure || signal != SIGHUP) return context.stop();
      logs.reopen();
      upkeep.look();
      wait();
    });
  };
  wait();
  boost::asio::steady_timer timer(context);
  std::function<void()> const look = [&] {
    upkeep.look();
    timer.expires_after(refresh_interval);
    timer.async_wait([&](auto const& failure) {
      if (!failure) look();
    });
  };
  look();
  context.run();
}

/// Prints a report, in place of serving.
void tell(std::string const& text) {
  std::cout << text;
  if (!std::cout.flush()) throw std::runtime_error("standard output: cannot be written");
}

void tell_insights(std::filesystem::path const& file) {
  constexpr unsigned days = 30;
  constexpr unsigned rows = 20;
  tell(recap::insights::to_text(
      recap::insights::report_of(file, days, rows, recap::insights::today())));
  throw CLI::Success();
}

/// Connects the metrics to their sources for its lifetime.
class Watching {
public:
  Watching(recap::Metrics& metrics, std::function<recap::LiveFigures()> read_figures)
      : metrics_(metrics) {
    metrics.watch(std::move(read_figures));
  }
  ~Watching() { metrics_.watch({}); }
  Watching(Watching const&) = delete;
  Watching& operator=(Watching const&) = delete;

private:
  recap::Metrics& metrics_;
};

void complete(recap::http::Options& options) {
  options.is_quick = recap::is_quick;
  options.log = [](std::string const& line) { spdlog::warn(line); };
}

/// The files that the daemon reads again, or writes, while it runs.
recap::Files files_needed(recap::Options const& options) {
  recap::Files files;
  auto const add = [](std::vector<std::filesystem::path>& to, std::filesystem::path const& file) {
    if (file.empty()) return;
    auto const folders = recap::folders_of(file);
    to.insert(to.end(), folders.begin(), folders.end());
  };
  files.read = {options.database, "/etc/localtime", "/usr/share/zoneinfo"};
  for (auto const& file : {options.database, options.synonyms, options.pins, options.stop_words,
                           options.authors, options.keys})
    add(files.read, file);
  // Resolving a host name loads modules and configuration of the system.
  if (!options.shards.empty())
    files.read.insert(files.read.end(), {"/etc", "/usr/lib", "/lib", "/run", "/var/lib/misc"});
  for (auto const& file : {options.insights, options.logs.access})
    if (file != "-") add(files.made, file);
  if (options.admin) add(files.made, options.admin->socket);
  return files;
}

/// Call this before any thread is started.
void confine(recap::Options const& options) {
  if (options.is_unconfined) return;
  if (recap::confine(files_needed(options))) {
    spdlog::info("confined: no other file can be opened, no program can be run");
  } else {
    spdlog::info("not confined: this kernel has no Landlock");
  }
}

/// Call this once all threads run and all sockets are open.
void give_up_system_calls(recap::Options const& options) {
  if (options.is_unconfined) return;
  // A lost connection to a shard is opened again.
  auto const sockets =
      options.shards.empty() ? recap::NewSockets::refused : recap::NewSockets::allowed;
  if (recap::give_up_system_calls(sockets)) {
    spdlog::info("confined: system calls that it does not need are refused");
  } else {
    spdlog::info("not confined in its system calls: this kernel has no seccomp");
  }
}

void serve(recap::Options& options) {
  recap::read_options(options);
  if (!options.trials.empty()) return tell(recap::try_levers(options));
  recap::Logs logs(options.logs);
  recap::index::survive_cut_files();
  recap::search::Engine engine(options.database, options.query, options.remote);
  recap::api::Access access;
  recap::api::Authors authors;
  recap::Troubles troubles;
  recap::Upkeep upkeep({engine, access, authors, troubles},
                       {.levers = recap::lever_files(options),
                        .authors = {options.authors, recap::read_authors},
                        .keys = recap::KeyFile(options.keys)});
  bool const has_admin_address = options.admin.has_value();
  recap::Metrics metrics(engine); // opens kernel files that confine() puts out of reach
  confine(options);
  logs.start();
  auto const warn = [](std::string const& line) { spdlog::warn(line); };
  std::optional<recap::insights::Insights> insights;
  if (!options.insights.empty()) insights.emplace(options.insights, warn);
  recap::api::Api const api(engine, authors,
                            {.algolia = options.algolia,
                             .budget = options.search_budget,
                             .tells_index = !has_admin_address},
                            insights ? &*insights : nullptr);
  recap::web::Site const site(api, options.web, authors);
  complete(options.http);
  options.http.on_answered = logs.on_answered();
  if (options.admin) complete(*options.admin);
  // The longest query must fit into a header, each byte as %XX.
  options.http.limits.header_bytes += 3 * options.query.bytes;
  recap::AnswerCache answers(options.answer_cache_megabytes << 20U);
  recap::Answering const answering{api,  site,     access,  metrics,
                                   logs, troubles, answers, has_admin_address};
  options.http.known_response = recap::known_response(answering);
  // Before the address is printed: from then on, a signal must drain.
  boost::asio::io_context context;
  boost::asio::signal_set signals(context, SIGTERM, SIGINT, SIGHUP);
  recap::Servers servers(options, answering);
  Watching const watching(metrics, [&] {
    recap::LiveFigures figures{.load = servers.load(),
                               .log_lines_lost = logs.lost(),
                               .cache_hits = answers.hits(),
                               .cache_bytes = answers.bytes()};
    if (insights) figures.insights_lost = insights->lost();
    return figures;
  });
  servers.start();
  give_up_system_calls(options);
  spdlog::info("generation {}, {} articles", engine.generation(), engine.articles());
  wait_for_signal(upkeep, logs, context, signals);
  spdlog::info("stopping");
  Deadline const deadline(drain_patience + stop_patience);
  servers.drain(drain_patience);
}

} // namespace

int main(int count, char* arguments[]) {
  std::signal(SIGPIPE, SIG_IGN); // a shard that hangs up fails one search
  // SIGHUP has a meaning once the daemon serves.
  for (int const signal : {SIGHUP, SIGUSR1, SIGUSR2})
    std::signal(signal, SIG_IGN);
  CLI::App app{"Serves searches of an index built by recap-indexer."};
  recap::Options options;
  recap::add_options(app, options);
  app.add_option_function<std::filesystem::path>(
         "--insights-report", tell_insights,
         "Print what a file of --insights says of the last 30 days, and exit")
      ->trigger_on_parse()
      ->configurable(false);
  constexpr int failed = 2;
  try {
    recap::configuration::parse(app, count, arguments);
    serve(options);
    return 0;
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : failed;
  } catch (std::exception const& error) {
    std::cerr << "recap-searchd: " << error.what() << '\n';
    return failed;
  }
}
