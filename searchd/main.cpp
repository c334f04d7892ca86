// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/error.hpp"
#include "searchd/api/algolia_answer.hpp"
#include "searchd/api/api.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/http/server.hpp"
#include "searchd/search/engine.hpp"
#include "searchd/synonym_file.hpp"
#include "searchd/web/site.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

using namespace std::chrono_literals;

/// How often CURRENT is looked at: a new generation answers within a second, with room to spare for
/// opening it.
constexpr auto refresh_interval = 300ms;

/// How long requests that have begun may take after SIGTERM.
constexpr auto drain_patience = 10s;

struct Options {
  std::filesystem::path database;
  std::string listen = "127.0.0.1:8080";
  recap::http::Options http;
  recap::search::QueryLimits query;
  recap::api::AlgoliaOptions algolia;
  std::filesystem::path search_key_file;
  recap::web::Options web;
  std::filesystem::path synonyms;
  std::vector<std::string> shards;
  unsigned shard_timeout_seconds = 10;
};

void add_options(CLI::App& app, Options& options) {
  app.add_option("--db", options.database, "Folder of the index, made by recap-indexer")
      ->required();
  app.add_option("--listen", options.listen, "ADDRESS:PORT; port 0 takes a free one")
      ->capture_default_str();
  app.add_option("--threads", options.http.threads, "Searches at once; 0 = one a core")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  app.add_option("--cors-origin", options.http.cors_origins,
                 "Origin whose pages may read answers, or *; may be given several times");
  app.add_option("--max-query-bytes", options.query.bytes, "Longest q")
      ->check(CLI::Range(std::size_t{1}, std::size_t{8192}))
      ->capture_default_str();
  app.add_option("--max-query-terms", options.query.terms, "Most words in q")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1024}))
      ->capture_default_str();
  app.add_option("--recency", options.query.recency,
                 "How much more the newest article is worth than an old one, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_option("--index-name", options.algolia.index_name,
                 "What Algolia clients call this index; also NAME_newest and NAME_sections")
      ->check(CLI::Validator(
          [](std::string const& name) {
            return name.empty() || name.find_first_of("/*") != std::string::npos
                       ? std::string("takes a name without / and *")
                       : std::string();
          },
          "NAME"))
      ->capture_default_str();
  app.add_option("--search-key-file", options.search_key_file,
                 "File with the key that Algolia clients have to send")
      ->envname("RECAP_SEARCH_KEY_FILE");
  app.add_option("--site-name", options.web.name, "Name of the publication, for the pages")
      ->capture_default_str();
  app.add_option("--synonyms", options.synonyms,
                 "TOML file of words that mean the same; a change is taken up within a second");
  app.add_option(
      "--shard", options.shards,
      "NUMBER=HOST:PORT of a shard that xapian-tcpsrv serves on another host; repeatable");
  app.add_option("--shard-timeout", options.shard_timeout_seconds,
                 "Seconds for each step of the conversation with such a host")
      ->check(CLI::Range(1U, 600U))
      ->capture_default_str();
  app.add_option("--public-url", options.web.public_url,
                 "Where readers find this daemon, as in https://search.example.org")
      ->check(CLI::Validator(
          [](std::string const& url) {
            bool const good =
                url.empty() || url.starts_with("https://") || url.starts_with("http://");
            return good && !url.ends_with('/') ? std::string()
                                               : "takes http:// or https://, a host and maybe a "
                                                 "path, without a slash at the end";
          },
          "URL"));
  app.set_config("--config", "", "TOML file with these options by name");
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.set_version_flag("--version", std::string("recap-searchd ") + RECAP_VERSION);
}

/// `127.0.0.1:8080` or `[::1]:8080`.
void read_listen(std::string const& listen, recap::http::Options& http) {
  auto const colon = listen.rfind(':');
  auto const port = colon == std::string::npos ? std::string() : listen.substr(colon + 1);
  auto const [end, error] = std::from_chars(port.data(), port.data() + port.size(), http.port);
  if (error != std::errc() || end != port.data() + port.size()) {
    throw std::invalid_argument("--listen " + listen +
                                ": takes ADDRESS:PORT, as in 127.0.0.1:8080 or [::1]:8080");
  }
  http.address = listen.substr(0, colon);
  if (http.address.starts_with('[') && http.address.ends_with(']')) {
    http.address = http.address.substr(1, http.address.size() - 2);
  }
}

/// The first line of the file, which may not be empty.
std::string read_search_key(std::filesystem::path const& file) {
  if (file.empty()) return {};
  std::ifstream stream(file);
  std::string key;
  std::getline(stream, key);
  if (key.empty()) {
    throw std::invalid_argument("--search-key-file " + file.string() +
                                ": cannot be read, or its first line is empty");
  }
  return key;
}

recap::search::RemoteShards remote_shards(Options const& options) {
  recap::search::RemoteShards remote;
  remote.timeout = std::chrono::seconds(options.shard_timeout_seconds);
  for (auto const& option : options.shards) {
    auto const [shard, address] = recap::search::parse_remote_shard(option);
    if (!remote.addresses.emplace(shard, address).second)
      throw std::invalid_argument("--shard " + option + ": this shard has an address already");
  }
  return remote;
}

recap::http::Response to_http(recap::api::Response response) {
  return {.status = response.status,
          .content_type = std::move(response.content_type),
          .body = std::move(response.body),
          .headers = std::move(response.headers)};
}

recap::http::Handler handler(recap::api::Api const& api, recap::web::Site const& site) {
  return [&api, &site](recap::http::Request const& request) {
    auto page = site.answer({.method = request.method,
                             .path = request.path,
                             .parameters = request.parameters,
                             .if_none_match = request.if_none_match,
                             .accept_language = request.accept_language,
                             .host = request.host});
    if (page) return to_http(std::move(*page));
    return to_http(api.answer({.method = request.method,
                               .path = request.path,
                               .parameters = request.parameters,
                               .if_none_match = request.if_none_match,
                               .body = request.body,
                               .content_type = request.content_type,
                               .extension_fields = request.extension_fields}));
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

/// Does `step` and logs its failure, once for as long as it fails in the same way.
template <typename Step>
void attempt(std::string& last_failure, Step const& step) {
  try {
    step();
    last_failure.clear();
  } catch (std::exception const& error) {
    if (last_failure != error.what()) spdlog::error("what answers goes on: {}", error.what());
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
      if (engine.refresh()) spdlog::info("generation {} answers", engine.generation());
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

void serve(Options& options) {
  read_listen(options.listen, options.http);
  recap::search::Engine engine(options.database, options.query, remote_shards(options));
  recap::SynonymFile synonyms(options.synonyms);
  auto* const watched = options.synonyms.empty() ? nullptr : &synonyms;
  if (watched != nullptr) read_synonyms(engine, *watched);
  options.algolia.search_key = read_search_key(options.search_key_file);
  recap::api::Api const api(engine, options.algolia);
  recap::web::Site const site(api, options.web);
  options.http.log = [](std::string const& line) { spdlog::warn(line); };
  for (auto const* name :
       {"x-algolia-api-key", "x-algolia-application-id", "x-algolia-agent", "x-algolia-usertoken"})
    options.http.cors_headers.emplace_back(name);
  // A query as long as allowed has to fit into a header, each byte as %XX.
  options.http.limits.header_bytes += 3 * options.query.bytes;
  auto const address = options.http.address.find(':') == std::string::npos
                           ? options.http.address
                           : "[" + options.http.address + "]";
  // Before anyone is told the address: from then on a signal has to end in a drain.
  boost::asio::io_context context;
  boost::asio::signal_set signals(context, SIGTERM, SIGINT);
  recap::http::Server server(options.http, handler(api, site), error_page);
  server.start();
  std::cout << "listening on http://" << address << ':' << server.port() << std::endl;
  spdlog::info("generation {}, {} articles", engine.generation(), engine.articles());
  wait_for_signal(engine, watched, context, signals);
  spdlog::info("stopping");
  server.drain(drain_patience);
}

} // namespace

int main(int count, char* arguments[]) {
  std::signal(SIGPIPE, SIG_IGN); // a host that hangs up is an error of one search
  spdlog::set_default_logger(spdlog::stderr_color_mt("recap-searchd"));
  CLI::App app{"Answers ranked queries from an index made by recap-indexer."};
  Options options;
  add_options(app, options);
  constexpr int failed = 2;
  try {
    app.parse(count, arguments);
    serve(options);
    return 0;
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : failed;
  } catch (std::exception const& error) {
    std::cerr << "recap-searchd: " << error.what() << '\n';
    return failed;
  }
}
