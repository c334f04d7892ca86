// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/command_line.hpp"
#include "index/error.hpp"
#include "searchd/api/algolia_answer.hpp"
#include "searchd/api/api.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/http/compression.hpp"
#include "searchd/http/server.hpp"
#include "searchd/metrics.hpp"
#include "searchd/options.hpp"
#include "searchd/search/engine.hpp"
#include "searchd/synonym_file.hpp"
#include "searchd/web/site.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <malloc.h>
#include <mutex>
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

recap::http::Response to_http(recap::api::Response response) {
  return {.status = response.status,
          .content_type = std::move(response.content_type),
          .body = std::move(response.body),
          .headers = std::move(response.headers)};
}

recap::api::Response answer(recap::api::Api const& api, recap::web::Site const& site,
                            recap::http::Request const& request) {
  recap::web::Request const asked{.method = request.method,
                                  .path = request.path,
                                  .target = request.target,
                                  .parameters = request.parameters,
                                  .if_none_match = request.if_none_match,
                                  .accept = request.accept,
                                  .accept_language = request.accept_language,
                                  .host = request.host,
                                  .stop = request.stop};
  if (auto page = site.answer(asked)) return std::move(*page);
  auto response = api.answer({.method = request.method,
                              .path = request.path,
                              .parameters = request.parameters,
                              .if_none_match = request.if_none_match,
                              .body = request.body,
                              .content_type = request.content_type,
                              .extension_fields = request.extension_fields,
                              .stop = request.stop});
  bool const nowhere = response.status == 404 && response.route.empty();
  if (!nowhere) return response;
  return site.missing(asked).value_or(std::move(response));
}

recap::http::Handler handler(recap::api::Api const& api, recap::web::Site const& site,
                             recap::Metrics& metrics) {
  return [&](recap::http::Request const& request) {
    if (request.path == "/metrics" && request.method == "GET") {
      return recap::http::Response{.content_type = std::string(recap::Metrics::content_type),
                                   .body = metrics.text(),
                                   .headers = {{"Cache-Control", "no-store"}}};
    }
    auto const begin = std::chrono::steady_clock::now();
    auto response = answer(api, site, request);
    metrics.count(response.route, response.status, std::chrono::steady_clock::now() - begin);
    return recap::http::compressed(to_http(std::move(response)), request.accept_encoding);
  };
}

recap::http::Response error_page(unsigned status, std::string detail, std::string_view target) {
  if (recap::api::Algolia::serves(target)) {
    // On a 5xx an Algolia client leaves this host alone for minutes.
    constexpr unsigned overload = 503;
    constexpr unsigned too_many_requests = 429;
    return to_http(
        recap::api::algolia_error(status == overload ? too_many_requests : status, detail));
  }
  return to_http(recap::api::to_response(
      {.status = status, .detail = std::move(detail), .parameter = {}, .position = {}}));
}

/// What tells whether the daemon is well does not wait behind searches.
bool is_quick(recap::http::Request const& request) {
  return request.method == "GET" &&
         (request.path == "/healthz" || request.path == "/readyz" || request.path == "/metrics");
}

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

/// Does `step` and logs its failure, once for as long as it fails in the same way.
template <typename Step>
void attempt(std::string& last_failure, Step const& step) {
  try {
    step();
    last_failure.clear();
  } catch (std::exception const& error) {
    if (last_failure != error.what()) spdlog::error("keeping the current index: {}", error.what());
    last_failure = error.what();
  }
}

void read_synonyms(recap::search::Engine& engine, recap::SynonymFile& file) {
  auto synonyms = file.read_if_changed();
  if (!synonyms) return;
  spdlog::info("{} synonyms", synonyms->size());
  engine.use(std::move(synonyms));
}

/// Looks for new generations and synonyms until a signal asks to stop.
void wait_for_signal(recap::search::Engine& engine, recap::SynonymFile* synonyms,
                     boost::asio::io_context& context, boost::asio::signal_set& signals) {
  signals.async_wait([&](auto const&, int) { context.stop(); });
  boost::asio::steady_timer timer(context);
  std::string generation_failure;
  std::string synonym_failure;
  std::function<void()> const look = [&] {
    attempt(generation_failure, [&] {
      if (!engine.refresh()) return;
      spdlog::info("switched to generation {}", engine.generation());
      // Of 38 MB after 400 generations 31 lay free between what was in use.
      ::malloc_trim(0);
    });
    if (synonyms != nullptr) attempt(synonym_failure, [&] { read_synonyms(engine, *synonyms); });
    timer.expires_after(refresh_interval);
    timer.async_wait([&](auto const& failure) {
      if (!failure) look();
    });
  };
  look();
  context.run();
}

void serve(recap::Options& options) {
  recap::read_options(options);
  recap::search::Engine engine(options.database, options.query, options.remote);
  recap::SynonymFile synonyms(options.synonyms);
  auto* const watched = options.synonyms.empty() ? nullptr : &synonyms;
  if (watched != nullptr) read_synonyms(engine, *watched);
  recap::api::Api const api(engine, options.algolia, options.search_budget);
  auto const ask_api = [&api](auto const& request) { return api.answer(request); };
  recap::web::Site const site(ask_api, options.web);
  options.http.is_quick = is_quick;
  options.http.log = [](std::string const& line) { spdlog::warn(line); };
  // A query as long as allowed has to fit into a header, each byte as %XX.
  options.http.limits.header_bytes += 3 * options.query.bytes;
  auto const address = options.http.address.find(':') == std::string::npos
                           ? options.http.address
                           : "[" + options.http.address + "]";
  // Before anyone is told the address: from then on a signal has to end in a drain.
  boost::asio::io_context context;
  boost::asio::signal_set signals(context, SIGTERM, SIGINT);
  recap::Metrics metrics(engine);
  auto const refuse = [&](unsigned status, std::string detail, std::string_view target) {
    metrics.count_refused(status);
    return error_page(status, std::move(detail), target);
  };
  recap::http::Server server(options.http, handler(api, site, metrics), refuse);
  server.start();
  std::cout << "listening on http://" << address << ':' << server.port() << std::endl;
  spdlog::info("generation {}, {} articles", engine.generation(), engine.articles());
  wait_for_signal(engine, watched, context, signals);
  spdlog::info("stopping");
  Deadline const deadline(drain_patience + stop_patience);
  server.drain(drain_patience);
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
