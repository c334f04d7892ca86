// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/site.hpp"

#include "searchd/api/problem.hpp"
#include "searchd/web/accept_language.hpp"
#include "searchd/web/assets.hpp"
#include "searchd/web/template.hpp"
#include "searchd/web/validation.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace recap::web {
namespace {

constexpr std::string_view files_path = "/assets/";

/// Pages run their own script and style only; nothing an article says can bring in more.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

std::string_view content_type(std::string_view name) {
  using Type = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Type, 3> types{{{".js", "text/javascript; charset=utf-8"},
                                       {".css", "text/css; charset=utf-8"},
                                       {".svg", "image/svg+xml"}}};
  for (auto const& [ending, type] : types) {
    if (name.ends_with(ending)) return type;
  }
  return {};
}

Response method_not_allowed() {
  auto response = api::to_response(
      {.status = 405, .detail = "use GET or HEAD here", .parameter = {}, .position = {}});
  response.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
  return response;
}

} // namespace

struct Site::Route {
  std::string_view path;
  bool is_prefix;
  Response (Site::*answer)(Request const&) const;
};

Site::Route const Site::routes[] = {
    {"/", false, &Site::search_page},
    {"/editor", false, &Site::editor_page},
    {"/opensearch.xml", false, &Site::opensearch_description},
    {"/opensearch/suggestions", false, &Site::opensearch_suggestions},
    {"/feed.atom", false, &Site::feed},
    {files_path, true, &Site::file},
};

Site::Site(Api api, Options options)
    : api_(std::move(api))
    , options_(std::move(options))
    , english_("en")
    , korean_("ko") {}

std::optional<Response> Site::answer(Request const& request) const {
  for (auto const& route : routes) {
    bool const here =
        route.is_prefix ? request.path.starts_with(route.path) : request.path == route.path;
    if (!here) continue;
    auto response = request.method == "GET" ? (this->*route.answer)(request) : method_not_allowed();
    response.route = route.path;
    return response;
  }
  return std::nullopt;
}

Response Site::file(Request const& request) const {
  std::string_view const name = std::string_view(request.path).substr(files_path.size());
  auto const* const asset = asset_named(name);
  if (asset == nullptr || content_type(name).empty()) {
    return api::to_response({.status = 404,
                             .detail = "there is no file with this name",
                             .parameter = {},
                             .position = {}});
  }
  Response response;
  response.content_type = content_type(name);
  response.body = asset->content;
  bool const versioned = std::ranges::any_of(request.parameters, [&](auto const& parameter) {
    return parameter.first == "v" && parameter.second == asset->version;
  });
  response.headers.emplace_back("Cache-Control", versioned ? "public, max-age=31536000, immutable"
                                                           : "public, max-age=600");
  return validated(std::move(response), asset->version, request);
}

Response Site::ask(Request const& request, std::string path, NameValues parameters) const {
  api::Request question;
  question.method = "GET";
  question.path = std::move(path);
  question.parameters = std::move(parameters);
  // What feeds and browsers ask by themselves nobody typed.
  if (request.path == "/") question.reader = request.reader;
  question.stop = request.stop;
  return api_(question);
}

Wording const& Site::wording(Request const& request) const {
  return interface_language(request.accept_language) == "ko" ? korean_ : english_;
}

std::string Site::base(Request const& request) const {
  return options_.public_url.empty() ? "http://" + request.host : options_.public_url;
}

Response Site::page(std::string_view name, Json data, Request const& request) const {
  auto const* const page = asset_named(name);
  if (page == nullptr) throw std::logic_error("there is no page " + std::string(name));
  data["site"] = options_.name;
  data["version"] = Json::object();
  for (auto const& asset : assets()) {
    std::string key(asset.name);
    std::ranges::replace(key, '.', '_');
    data["version"][key] = asset.version;
  }
  Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = fill(page->content, data);
  response.headers = {{"Content-Security-Policy", std::string(content_security_policy)},
                      {"Referrer-Policy", "strict-origin-when-cross-origin"},
                      {"Cache-Control", "no-cache"},
                      {"Content-Language", data["t"]["language"].get<std::string>()},
                      {"Vary", "Accept-Language"}};
  auto const version = fingerprint(response.body);
  return validated(std::move(response), version, request);
}

} // namespace recap::web
