// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/assets.hpp"
#include "searchd/web/link.hpp"
#include "searchd/web/site.hpp"
#include "searchd/web/template.hpp"
#include "searchd/web/validation.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace recap::web {
namespace {

/// Pages run only their own scripts and styles; the text of an article cannot add any, only its
/// picture is loaded.
std::string content_security_policy(bool has_pictures) {
  std::string const pictures = has_pictures ? " https: http:" : "";
  return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'" + pictures +
         "; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
}

std::string_view content_of(std::string_view name) {
  auto const* const asset = asset_named(name);
  if (asset == nullptr) throw std::logic_error("there is no " + std::string(name));
  return asset->content;
}

/// A query for the reader of a dead link: the words in its last part.
std::string words_of(std::string_view path) {
  while (path.ends_with('/'))
    path.remove_suffix(1);
  std::string words(path.substr(path.rfind('/') + 1));
  words.erase(std::min(words.rfind('.'), words.size()));
  std::ranges::replace_if(words, [](char c) { return c == '-' || c == '_' || c == '+'; }, ' ');
  return words;
}

} // namespace

Response Site::page(std::string_view name, Json data, Request const& request) const {
  if (!data.contains("root")) data["root"] = "";
  auto const root = data["root"].get<std::string>();
  data["site"] = options_.name;
  data["home"] =
      options_.home_url.empty() ? root + std::string(web::search_page) : options_.home_url;
  if (options_.has_editor) data["editor"] = root + "editor";
  data["pictures"] = options_.has_pictures;
  if (auto const* const logo = own_file("logo"))
    data["logo"] = {{"version", logo->version}, {"is_wide", options_.logo->is_wide}};
  if (auto const* const sheet = own_file("site.css")) data["accent"] = {{"sheet", sheet->version}};
  data["version"] = Json::object();
  for (auto const& asset : assets()) {
    std::string key(asset.name);
    std::ranges::replace(key, '.', '_');
    data["version"][key] = asset.version;
  }
  // A wide logo would be too small to recognise.
  bool const fits = data.contains("logo") && !options_.logo->is_wide;
  data["icon"] =
      root + (fits ? "assets/logo?v=" + data["logo"]["version"].get<std::string>()
                   : "assets/recap.svg?v=" +
                         std::string(data["version"]["recap_svg"].get<std::string_view>()));
  data["head"] = fill(content_of("head.html"), data);
  data["brand"] = fill(content_of("brand.html"), data);
  data["box"] = fill(content_of("box.html"), data);
  Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = fill(content_of(name), data);
  response.headers = {{"Content-Security-Policy", content_security_policy(options_.has_pictures)},
                      {"Referrer-Policy", "strict-origin-when-cross-origin"},
                      {"Cache-Control", "no-cache"},
                      {"Content-Language", data["t"]["language"].get<std::string>()},
                      {"Vary", "Accept-Language"}};
  auto const version = fingerprint(response.body);
  return validated(std::move(response), version, request);
}

std::optional<Response> Site::missing(Request const& request) const {
  bool const program = request.path.starts_with("/v1/") || request.path.starts_with("/1/");
  if (program || request.method != "GET" || request.accept.find("text/html") == std::string::npos)
    return std::nullopt;
  Json data{{"t", wording(request).all()},
            {"root", way_to_root(request.target)},
            {"noindex", true},
            {"q", words_of(request.path)}};
  auto response = page("missing.html", std::move(data), request);
  if (response.status == 200) response.status = 404;
  return response;
}

/// Searches link to ever more searches. Crawlers should find the articles, at their own addresses.
Response Site::robots(Request const& request) const {
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = "User-agent: *\n"
                  "Disallow: /*?\n"
                  "Disallow: /editor\n"
                  "Disallow: /insights\n"
                  "Disallow: /v1/\n"
                  "Disallow: /1/\n"
                  "Allow: /assets/\n"
                  "Allow: /browse\n"
                  "Sitemap: " +
                  base(request) + "/sitemap.xml\n";
  response.headers = {{"Cache-Control", kept_with_base()}};
  auto const version = fingerprint(response.body);
  return validated(std::move(response), version, request);
}

} // namespace recap::web
