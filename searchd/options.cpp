// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/options.hpp"

#include "configuration/command_line.hpp"
#include "configuration/site_url.hpp"
#include "searchd/http/cors.hpp"
#include "searchd/web/accent.hpp"
#include "searchd/web/logo.hpp"
#include "searchd/web/search_query.hpp"

#include <CLI/CLI.hpp>

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
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

/// Larger is a picture, not a mark: it would arrive after the page.
constexpr std::size_t largest_logo_bytes = 256 * 1024;

std::optional<web::Logo> read_logo(std::filesystem::path const& file) {
  if (file.empty()) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  std::string content(largest_logo_bytes + 1, '\0');
  stream.read(content.data(), static_cast<std::streamsize>(content.size()));
  content.resize(static_cast<std::size_t>(stream.gcount()));
  auto logo = content.size() > largest_logo_bytes ? std::nullopt : web::logo_of(std::move(content));
  if (!logo) {
    throw std::invalid_argument("--logo " + file.string() +
                                ": takes an SVG or PNG file of at most 256 KiB that can be read");
  }
  return logo;
}

void check_facets(std::vector<std::string> const& facets) {
  for (auto facet = facets.begin(); facet != facets.end(); ++facet) {
    if (std::find(facets.begin(), facet, *facet) != facet)
      throw std::invalid_argument("--facets: " + *facet + " is given twice");
  }
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

/// The message of CLI11's for what is none.
std::string address_fault(std::string const& url) {
  return url.empty() || (configuration::is_site_url(url) && !url.ends_with('/'))
             ? std::string()
             : "takes http:// or https://, a host and maybe a path, without a slash at the end, ? "
               "and #";
}

void add_page_options(CLI::App& app, Options& options) {
  auto& web = options.web;
  app.add_option("--site-name", web.name, "Name of the publication, for the pages")
      ->capture_default_str();
  app.add_option("--public-url", web.public_url,
                 "Where readers find this daemon, as in https://search.example.org")
      ->check(CLI::Validator(address_fault, "URL"));
  app.add_option("--home-url", web.home_url, "Where the name on the pages leads to")
      ->check(CLI::Validator(
          [](std::string const& url) {
            return url.empty() || configuration::is_site_url(url)
                       ? std::string()
                       : "takes http:// or https://, a host and maybe a path";
          },
          "URL"));
  app.add_option("--logo", options.logo_file, "SVG or PNG file that the pages show");
  app.add_option_function<std::string>(
         "--accent", [&web](std::string const& text) { web.accent = web::colour_of(text); },
         "Colour of links and buttons on the pages, as in #0a58ca")
      ->check(CLI::Validator(
          [](std::string const& text) {
            return web::colour_of(text) ? std::string() : "takes a colour as in #0a58ca";
          },
          "COLOUR"));
  app.add_option("--facets", web.facets,
                 "Filters that the pages show, in this order; a list with commas")
      ->delimiter(',')
      ->check(CLI::IsMember(
          std::vector<std::string>(std::begin(web::filter_fields), std::end(web::filter_fields))));
  app.add_option("--editor", web.has_editor, "on or off: whether there is the editor's page")
      ->option_text("on|off")
      ->default_str("on");
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
  app.add_option("--synonyms", options.synonyms,
                 "TOML file of synonyms; changes take effect within a second");
  app.add_option(
      "--shard", options.shards,
      "NUMBER=HOST:PORT of a shard that xapian-tcpsrv serves on another host; repeatable");
  app.add_option("--shard-timeout", options.shard_timeout_seconds,
                 "Time limit in seconds for each exchange with a shard")
      ->check(CLI::Range(1U, 600U))
      ->capture_default_str();
  add_page_options(app, options);
  configuration::declare_file(app);
  app.set_version_flag("--version", std::string("recap-searchd ") + RECAP_VERSION);
}

void read_options(Options& options) {
  read_listen(options.listen, options.http);
  options.algolia.search_key = read_search_key(options.search_key_file);
  options.remote = remote_shards(options);
  check_facets(options.web.facets);
  options.web.logo = read_logo(options.logo_file);
  options.web.most_words = options.query.terms;
  options.web.most_bytes = options.query.bytes;
}

} // namespace recap
