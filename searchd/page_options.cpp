// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/page_options.hpp"

#include "configuration/site_url.hpp"
#include "searchd/web/accent.hpp"
#include "searchd/web/logo.hpp"
#include "searchd/web/search_query.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <utility>

namespace recap {
namespace {

/// A larger logo would arrive after the page.
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

/// An error message if `url` is not the address of a site.
std::string address_fault(std::string const& url) {
  return url.empty() || (configuration::is_site_url(url) && !url.ends_with('/'))
             ? std::string()
             : "takes http:// or https://, a host and optionally a path, without a trailing slash, "
               "? "
               "and #";
}

} // namespace

void add_page_options(CLI::App& app, Options& options) {
  auto& web = options.web;
  app.add_option("--site-name", web.name, "Name of the publication, shown on pages")
      ->capture_default_str();
  app.add_option("--public-url", web.public_url,
                 "Address at which readers reach this daemon, as in https://search.example.org")
      ->check(CLI::Validator(address_fault, "URL"));
  app.add_option("--home-url", web.home_url,
                 "Home page of the publication, linked from the name on pages")
      ->check(CLI::Validator(
          [](std::string const& url) {
            return url.empty() || configuration::is_site_url(url)
                       ? std::string()
                       : "takes http:// or https://, a host and optionally a path";
          },
          "URL"));
  app.add_option("--logo", options.logo_file, "SVG or PNG file, shown on pages");
  app.add_option_function<std::string>(
         "--accent", [&web](std::string const& text) { web.accent = web::colour_of(text); },
         "Colour of links and buttons on pages, as in #0a58ca")
      ->check(CLI::Validator(
          [](std::string const& text) {
            return web::colour_of(text) ? std::string() : "takes a colour as in #0a58ca";
          },
          "COLOUR"));
  app.add_option("--facets", web.facets, "Filters shown on pages, in this order; comma-separated")
      ->delimiter(',')
      ->check(CLI::IsMember(
          std::vector<std::string>(std::begin(web::filter_fields), std::end(web::filter_fields))));
  app.add_option("--authors", options.authors,
                 "TOML file of names for authors, shown instead of those in the index; changes "
                 "take effect within a second");
  app.add_option("--pictures", web.has_pictures,
                 "on or off: whether results show pictures of articles")
      ->option_text("on|off")
      ->default_str("on");
  app.add_option("--editor", web.has_editor, "on or off: whether to serve the editor's page")
      ->option_text("on|off")
      ->default_str("on");
}

void read_page_options(Options& options) {
  check_facets(options.web.facets);
  options.web.logo = read_logo(options.logo_file);
}

} // namespace recap
