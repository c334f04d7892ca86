// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/options.hpp"

#include "configuration/command_line.hpp"
#include "searchd/handed_over.hpp"
#include "searchd/http/address.hpp"
#include "searchd/http/cors.hpp"
#include "searchd/page_options.hpp"

#include <CLI/CLI.hpp>

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <utility>

namespace recap {
namespace {

bool is_ip_address(std::string const& address) {
  in6_addr parsed{};
  auto const without_zone = address.substr(0, address.find('%'));
  return ::inet_pton(AF_INET, address.c_str(), &parsed) == 1 ||
         ::inet_pton(AF_INET6, without_zone.c_str(), &parsed) == 1;
}

/// Whether only this host can connect to it.
bool is_loopback(std::string const& address) {
  return http::Networks({"127.0.0.0/8", "::1"}).contain(boost::asio::ip::make_address(address));
}

/// `127.0.0.1:8080` or `[::1]:8080`.
void read_listen(std::string const& option, std::string const& listen, http::Options& http) {
  auto const colon = listen.rfind(':');
  auto const port = colon == std::string::npos ? std::string() : listen.substr(colon + 1);
  auto const [end, error] = std::from_chars(port.data(), port.data() + port.size(), http.port);
  bool const has_port = error == std::errc() && end == port.data() + port.size();
  http.address = listen.substr(0, colon);
  if (http.address.starts_with('[') && http.address.ends_with(']')) {
    http.address = http.address.substr(1, http.address.size() - 2);
  }
  if (!has_port || !is_ip_address(http.address)) {
    throw std::invalid_argument(option + ' ' + listen +
                                ": takes an IP address and a port, as in 127.0.0.1:8080 or "
                                "[::1]:8080; 0.0.0.0:8080 is every address of this host");
  }
}

/// Prevents opening an index to other hosts by accident.
void require_decision(Options const& options) {
  if (options.is_public || !options.keys.empty() || is_loopback(options.http.address)) return;
  throw std::invalid_argument(
      (options.http.inherited < 0 ? "--listen " + options.listen
                                  : "the socket handed over, " + options.http.address) +
      ": other hosts can reach this address; add --keys FILE to require a key, or --public to let "
      "everybody search and read; behind a proxy on this host, listen on 127.0.0.1");
}

/// The admin address needs no key, so only this host may connect.
std::optional<http::Options> admin_server(std::string const& listen) {
  if (listen.empty()) return std::nullopt;
  constexpr std::string_view file = "unix:";
  http::Options http;
  http.threads = 1;
  http.limits.connections = 64;
  if (listen.starts_with(file)) {
    http.socket = listen.substr(file.size());
    if (http.socket.empty())
      throw std::invalid_argument("--admin-listen " + listen +
                                  ": the path of the socket is missing");
    return http;
  }
  read_listen("--admin-listen", listen, http);
  if (!is_loopback(http.address)) {
    throw std::invalid_argument("--admin-listen " + listen +
                                ": takes a loopback address, as in 127.0.0.1:9090, or "
                                "unix:/run/recap/admin.sock");
  }
  return http;
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

search::RemoteShards remote_shards(Options const& options) {
  search::RemoteShards remote;
  remote.timeout = std::chrono::seconds(options.shard_timeout_seconds);
  for (auto const& option : options.shards) {
    auto const [shard, address] = search::parse_remote_shard(option);
    if (!remote.addresses.emplace(shard, address).second)
      throw std::invalid_argument("--shard " + option + ": this shard already has an address");
  }
  return remote;
}

/// Normalizes `written` to what browsers send; returns an error message if it is not an origin.
std::string read_origin(std::string& written) {
  auto const origin = http::origin_named(written);
  if (!origin)
    return "takes * or what browsers send in Origin: a scheme, a host and optionally a port, as in "
           "https://example.org or http://localhost:1313; no path, and no * in a host";
  written = *origin;
  return {};
}

/// An error message if `written` is neither an address nor a network.
std::string network_fault(std::string const& written) {
  try {
    http::Networks const known({written});
    return {};
  } catch (std::invalid_argument const& error) {
    return error.what();
  }
}

/// Access and rate limits.
void add_access_options(CLI::App& app, Options& options) {
  app.add_flag("--public", options.is_public, "Let other hosts search and read without a key");
  app.add_option(
      "--keys", options.keys,
      "TOML file of keys, one of which a request needs; changes take effect within a second");
  app.add_option("--search-key-file", options.search_key_file,
                 "File with the key that Algolia clients must send")
      ->envname("RECAP_SEARCH_KEY_FILE");
  app.add_option("--admin-listen", options.admin_listen,
                 "ADDRESS:PORT of this host, or unix:PATH, to serve /metrics and the details of "
                 "/readyz only there");
  app.add_flag("--unconfined", options.is_unconfined,
               "Keep access to all files, and the right to run programs");
  app.add_option("--rate", options.http.rate,
                 "Requests per second allowed per address, on average; 0 = no limit")
      ->check(CLI::Range(0.0, 100'000.0))
      ->capture_default_str();
  app.add_option("--connections-per-address", options.http.limits.connections_per_address,
                 "Open connections allowed per address")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1024}))
      ->capture_default_str();
  app.add_option(
         "--trusted-proxy", options.http.trusted_proxies,
         "Address or network of a proxy whose Forwarded or X-Forwarded-For is trusted; repeatable")
      ->check(CLI::Validator(network_fault, "NETWORK"));
}

} // namespace

void add_options(CLI::App& app, Options& options) {
  app.add_option("--db", options.database, "Folder of the index, built by recap-indexer")
      ->required();
  app.add_option("--listen", options.listen, "IP address and port; port 0 picks a free one")
      ->capture_default_str();
  app.add_option("--threads", options.http.threads, "Concurrent searches; 0 = one per core")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  app.add_option("--cors-origin", options.http.cors_origins,
                 "Origin whose pages may read responses, or *; repeatable")
      ->transform(CLI::Validator(read_origin, "ORIGIN"));
  app.add_option("--max-query-bytes", options.query.bytes, "Longest q")
      ->check(CLI::Range(std::size_t{1}, std::size_t{8192}))
      ->capture_default_str();
  app.add_option("--max-query-terms", options.query.terms, "Most words in q")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1024}))
      ->capture_default_str();
  app.add_option_function<unsigned>(
         "--search-budget",
         [&options](unsigned ms) { options.search_budget = std::chrono::milliseconds(ms); },
         "Processor time per search in milliseconds; a search that exceeds it returns what it has "
         "found")
      ->check(CLI::Range(1U, 60'000U))
      ->default_str(std::to_string(options.search_budget.count()));
  app.add_option("--answer-cache", options.answer_cache_megabytes,
                 "Megabytes of answers to keep for when the same is asked again; 0 = none")
      ->check(CLI::Range(std::size_t{0}, std::size_t{4096}))
      ->capture_default_str();
  app.add_option("--recency", options.query.recency,
                 "How much more the newest article scores than an old one, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_option("--index-name", options.algolia.index_name,
                 "Name of the index for Algolia clients; also NAME_newest and NAME_sections")
      ->check(CLI::Validator(
          [](std::string const& name) {
            return name.empty() || name.find_first_of("/*") != std::string::npos
                       ? std::string("takes a name without / and *")
                       : std::string();
          },
          "NAME"))
      ->capture_default_str();
  add_access_options(app, options);
  app.add_option("--synonyms", options.synonyms,
                 "TOML file of synonyms; changes take effect within a second");
  app.add_option("--pins", options.pins,
                 "TOML file of articles pinned and hidden for a query; changes take effect within "
                 "a second");
  app.add_option("--stop-words", options.stop_words,
                 "TOML file of words to add to the stop words, or to remove from them; changes "
                 "take effect within a second");
  app.add_option("--try", options.trials,
                 "LEVER=FILE, the lever being synonyms, pins or stop-words: tell what this file "
                 "would do to the 100 most frequent queries of --insights, and exit; repeatable")
      ->configurable(false);
  app.add_option("--insights", options.insights,
                 "File to record frequent queries and opened articles in, or off")
      ->default_str("off");
  app.add_option(
      "--shard", options.shards,
      "NUMBER=HOST:PORT of a shard that xapian-tcpsrv serves on another host; repeatable");
  app.add_option("--shard-timeout", options.shard_timeout_seconds,
                 "Time limit in seconds for each exchange with a shard")
      ->check(CLI::Range(1U, 600U))
      ->capture_default_str();
  add_log_options(app, options.logs);
  add_page_options(app, options);
  configuration::declare_file(app);
  app.set_version_flag("--version", std::string("recap-searchd ") + RECAP_VERSION);
}

void read_options(Options& options) {
  if (options.insights == "off") options.insights.clear();
  read_listen("--listen", options.listen, options.http);
  take_handed_over(options.http);
  require_decision(options);
  options.admin = admin_server(options.admin_listen);
  if (!options.keys.empty() && !options.search_key_file.empty()) {
    throw std::invalid_argument(
        "--search-key-file: cannot be combined with --keys; move this key to that file, with the "
        "role search");
  }
  options.algolia.search_key = read_search_key(options.search_key_file);
  options.remote = remote_shards(options);
  read_page_options(options);
  options.web.has_insights = !options.insights.empty();
  // Without keys, only the admin address shows what readers search for.
  options.web.links_insights = options.web.has_insights && !options.keys.empty();
  options.web.most_words = options.query.terms;
  options.web.most_bytes = options.query.bytes;
  options.algolia.most_words = options.query.terms;
  options.algolia.most_bytes = options.query.bytes;
}

} // namespace recap
