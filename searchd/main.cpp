// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/command_line.hpp"
#include "searchd/answering.hpp"
#include "searchd/confinement.hpp"
#include "searchd/http/server.hpp"
#include "searchd/insights/insights.hpp"
#include "searchd/insights/store.hpp"
#include "searchd/options.hpp"
#include "searchd/search/engine.hpp"
#include "searchd/upkeep.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdint>
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

/// How often CURRENT is looked at: a new generation answers within a second, with room to spare for
/// opening it.
constexpr auto refresh_interval = 300ms;

/// How long requests that have begun may take after SIGTERM, and how long those that were told to
/// stop then may take to do so. The unit's TimeoutStopSec is more than both.
constexpr auto drain_patience = 3s;
constexpr auto stop_patience = 2s;

/// Ends the program after `patience`, whatever still runs: nothing of ours is written to, so
/// nothing is lost. A handler that heeds no stop would else keep a service manager waiting until it
/// kills.
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

/// Keeps up with what changes on disk until a signal asks to stop.
void wait_for_signal(recap::Upkeep& upkeep, boost::asio::io_context& context,
                     boost::asio::signal_set& signals) {
  signals.async_wait([&](auto const&, int) { context.stop(); });
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

/// Where `options` listen, as an address to open.
std::string place(recap::http::Options const& options, std::uint16_t port) {
  if (!options.socket.empty()) return "unix:" + options.socket.string();
  bool const is_v6 = options.address.find(':') != std::string::npos;
  return "http://" + (is_v6 ? "[" + options.address + "]" : options.address) + ":" +
         std::to_string(port);
}

/// The servers of a daemon: one for everybody, and maybe one for admins.
class Servers {
public:
  Servers(recap::Options const& options, recap::Answering const& parts)
      : options_(options)
      , everybody_(options.http, recap::public_handler(parts), recap::error_page(parts.metrics)) {
    if (options.admin)
      admins_.emplace(*options.admin, recap::admin_handler(parts),
                      recap::error_page(parts.metrics));
  }

  void start() {
    if (admins_) admins_->start();
    everybody_.start();
    std::cout << "listening on " << place(options_.http, everybody_.port()) << std::endl;
    if (admins_) std::cout << "admins on " << place(*options_.admin, admins_->port()) << std::endl;
  }

  void drain() {
    everybody_.drain(drain_patience);
    if (admins_) admins_->drain(0s);
  }

private:
  recap::Options const& options_;
  recap::http::Server everybody_;
  std::optional<recap::http::Server> admins_;
};

/// In place of serving.
void tell_insights(std::filesystem::path const& file) {
  constexpr unsigned days = 30;
  constexpr unsigned rows = 20;
  std::cout << recap::insights::to_text(
      recap::insights::report_of(file, days, rows, recap::insights::today()));
  if (!std::cout.flush()) throw std::runtime_error("standard output: cannot be written");
  throw CLI::Success();
}

void complete(recap::http::Options& options) {
  options.is_quick = recap::is_quick;
  options.log = [](std::string const& line) { spdlog::warn(line); };
}

/// What is read again while the daemon runs, and written.
recap::Files files_needed(recap::Options const& options) {
  recap::Files files;
  auto const add = [](std::vector<std::filesystem::path>& to, std::filesystem::path const& file) {
    if (file.empty()) return;
    auto const folders = recap::folders_of(file);
    to.insert(to.end(), folders.begin(), folders.end());
  };
  files.read = {options.database, "/etc/localtime", "/usr/share/zoneinfo"};
  for (auto const& file : {options.database, options.synonyms, options.keys})
    add(files.read, file);
  // Finding an address by its name takes modules and configuration of the system.
  if (!options.shards.empty())
    files.read.insert(files.read.end(), {"/etc", "/usr/lib", "/lib", "/run", "/var/lib/misc"});
  add(files.made, options.insights);
  if (options.admin) add(files.made, options.admin->socket);
  return files;
}

/// Before any thread is started.
void confine(recap::Options const& options) {
  if (options.is_unconfined) return;
  if (recap::confine(files_needed(options))) {
    spdlog::info("confined: no other file can be opened, no program can be run");
  } else {
    spdlog::info("not confined: this kernel has no Landlock");
  }
}

void serve(recap::Options& options) {
  recap::read_options(options);
  recap::search::Engine engine(options.database, options.query, options.remote);
  recap::api::Access access;
  recap::Troubles troubles;
  recap::Upkeep upkeep(engine, access, troubles, recap::SynonymFile(options.synonyms),
                       recap::KeyFile(options.keys));
  bool const has_admin_address = options.admin.has_value();
  confine(options);
  auto const warn = [](std::string const& line) { spdlog::warn(line); };
  std::optional<recap::insights::Insights> insights;
  if (!options.insights.empty()) insights.emplace(options.insights, warn);
  recap::api::Api const api(engine, options.algolia, options.search_budget, !has_admin_address,
                            insights ? &*insights : nullptr);
  auto const ask_api = [&api](auto const& request) { return api.answer(request); };
  recap::web::Site const site(ask_api, options.web);
  recap::Metrics metrics(engine, insights ? &*insights : nullptr);
  complete(options.http);
  if (options.admin) complete(*options.admin);
  // A query as long as allowed has to fit into a header, each byte as %XX.
  options.http.limits.header_bytes += 3 * options.query.bytes;
  // Before anyone is told the address: from then on a signal has to end in a drain.
  boost::asio::io_context context;
  boost::asio::signal_set signals(context, SIGTERM, SIGINT);
  Servers servers(options, {api, site, access, metrics, troubles, has_admin_address});
  servers.start();
  spdlog::info("generation {}, {} articles", engine.generation(), engine.articles());
  wait_for_signal(upkeep, context, signals);
  spdlog::info("stopping");
  Deadline const deadline(drain_patience + stop_patience);
  servers.drain();
}

} // namespace

int main(int count, char* arguments[]) {
  std::signal(SIGPIPE, SIG_IGN); // a host that hangs up is an error of one search
  // Sent to daemons that read their configuration or open their log anew, which this one need not.
  for (int const signal : {SIGHUP, SIGUSR1, SIGUSR2})
    std::signal(signal, SIG_IGN);
  spdlog::set_default_logger(spdlog::stderr_color_mt("recap-searchd"));
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
