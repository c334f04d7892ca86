// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/options.hpp"

#include "configuration/command_line.hpp"
#include "configuration/site_url.hpp"
#include "searchd/http/cors.hpp"

#include <CLI/CLI.hpp>

#include <arpa/inet.h>

#include <charconv>
#include <chrono>
#include <fstream>
#include <stdexcept>

namespace recap {
namespace {

bool is_ip_address(std::string const& address) {
  in6_addr parsed{};
  auto const without_zone = address.substr(0, address.find('%'));
  return ::inet_pton(AF_INET, address.c_str(), &parsed) == 1 ||
         ::inet_pton(AF_INET6, without_zone.c_str(), &parsed) == 1;
}

/// `127.0.0.1:8080` or `[::1]:8080`.
void read_listen(std::string const& listen, http::Options& http) {
  auto const colon = listen.rfind(':');
  auto const port = colon == std::string::npos ? std::string() : listen.substr(colon + 1);
  auto const [end, error] = std::from_chars(port.data(), port.data() + port.size(), http.port);
  bool const has_port = error == std::errc() && end == port.data() + port.size();
  http.address = listen.substr(0, colon);
  if (http.address.starts_with('[') && http.address.ends_with(']')) {
    http.address = http.address.substr(1, http.address.size() - 2);
  }
  if (!has_port || !is_ip_address(http.address)) {
    throw std::invalid_argument("--listen " + listen +
                                ": takes an IP address and a port, as in 127.0.0.1:8080 or "
                                "[::1]:8080; 0.0.0.0:8080 is every address of this host");
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

search::RemoteShards remote_shards(Options const& options) {
  search::RemoteShards remote;
  remote.timeout = std::chrono::seconds(options.shard_timeout_seconds);
  for (auto const& option : options.shards) {
    auto const [shard, address] = search::parse_remote_shard(option);
    if (!remote.addresses.emplace(shard, address).second)
      throw std::invalid_argument("--shard " + option + ": this shard has an address already");
  }
  return remote;
}

/// The message of CLI11's for what is none; else `written` becomes what browsers send.
std::string read_origin(std::string& written) {
  auto const origin = http::origin_named(written);
  if (!origin)
    return "takes * or what browsers send in Origin: a scheme, a host and maybe a port, as in "
           "https://example.org or http://localhost:1313; no path, and no * in a host";
  written = *origin;
  return {};
}

} // namespace

void add_options(CLI::App& app, Options& options) {
  app.add_option("--db", options.database, "Folder of the index, made by recap-indexer")
      ->required();
  app.add_option("--listen", options.listen, "ADDRESS:PORT, an IP address; port 0 takes a free one")
      ->capture_default_str();
  app.add_option("--threads", options.http.threads, "Concurrent searches; 0 = one per core")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  app.add_option("--cors-origin", options.http.cors_origins,
                 "Origin whose pages may read answers, or *; may be given several times")
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
  app.add_option("--recency", options.query.recency,
                 "How much more the newest article scores than an old one, 0 to 1")
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
                 "TOML file of synonyms; changes take effect within a second");
  app.add_option(
      "--shard", options.shards,
      "NUMBER=HOST:PORT of a shard that xapian-tcpsrv serves on another host; repeatable");
  app.add_option("--shard-timeout", options.shard_timeout_seconds,
                 "Time limit in seconds for each exchange with a shard")
      ->check(CLI::Range(1U, 600U))
      ->capture_default_str();
  app.add_option("--public-url", options.web.public_url,
                 "Where readers find this daemon, as in https://search.example.org")
      ->check(CLI::Validator(
          [](std::string const& url) {
            return url.empty() || (configuration::is_site_url(url) && !url.ends_with('/'))
                       ? std::string()
                       : "takes http:// or https://, a host and maybe a path, without a slash at "
                         "the end, ? and #";
          },
          "URL"));
  configuration::declare_file(app);
  app.set_version_flag("--version", std::string("recap-searchd ") + RECAP_VERSION);
}

void read_options(Options& options) {
  read_listen(options.listen, options.http);
  options.algolia.search_key = read_search_key(options.search_key_file);
  options.remote = remote_shards(options);
}

} // namespace recap
