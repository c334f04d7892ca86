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

/// Programs get problem documents.
bool asks_for_page(Request const& request) {
  bool const is_program = request.path.starts_with("/v1/") || request.path.starts_with("/1/");
  return !is_program && request.method == "GET" &&
         request.accept.find("text/html") != std::string::npos;
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
  if (!asks_for_page(request)) return std::nullopt;
  auto const& words = wording(request);
  return notice(request, {.status = 404,
                          .title = words["no_page"],
                          .hint = words["no_page_hint"],
                          .q = words_of(request.path)});
}

Response Site::refused(Request const& request, Response refusal) const {
  if (!asks_for_page(request)) return refusal;
  auto const& words = wording(request);
  bool const has_no_key = refusal.status == 401;
  auto shown = notice(request, {.status = refusal.status,
                                .title = words[has_no_key ? "needs_key" : "not_allowed"],
                                .hint = words[has_no_key ? "needs_key_hint" : "not_allowed_hint"]});
  refusal.content_type = std::move(shown.content_type);
  refusal.body = std::move(shown.body);
  for (auto& field : shown.headers) {
    if (field.first != "Cache-Control" && field.first != "ETag")
      refusal.headers.push_back(std::move(field));
  }
  return refusal;
}

/// A missing address gets a search to try instead; a forbidden one may not.
Response Site::notice(Request const& request, Notice const& notice) const {
  auto plain = request;
  plain.if_none_match.clear();
  auto response = page("missing.html",
                       {{"t", wording(request).all()},
                        {"root", way_to_root(request.target)},
                        {"noindex", true},
                        {"title", notice.title},
                        {"hint", notice.hint},
                        {"searches", notice.status == 404},
                        {"q", notice.q}},
                       plain);
  response.status = notice.status;
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
