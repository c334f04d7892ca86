// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/site.hpp"

#include "searchd/api/problem.hpp"
#include "searchd/web/accent.hpp"
#include "searchd/web/accept_language.hpp"
#include "searchd/web/assets.hpp"
#include "searchd/web/link.hpp"
#include "searchd/web/validation.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace recap::web {
namespace {

constexpr std::string_view files_path = "/assets/";

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
  auto response = api::to_response({.status = 405, .detail = "use GET or HEAD here"});
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
    {"/insights", false, &Site::insights_page},
    {"/opensearch.xml", false, &Site::opensearch_description},
    {"/opensearch/suggestions", false, &Site::opensearch_suggestions},
    {"/feed.atom", false, &Site::feed},
    {"/robots.txt", false, &Site::robots},
    {"/sitemap.xml", false, &Site::sitemap},
    {browse_path, false, &Site::browse_page},
    {"/browse/", true, &Site::browse_page},
    {files_path, true, &Site::file},
};

Site::Site(api::Answers const& api, Options options, api::Authors const& authors)
    : api_(api)
    , options_(std::move(options))
    , authors_(authors)
    , english_("en")
    , korean_("ko") {
  if (options_.logo) {
    own_files_.push_back({.name = "logo",
                          .content = options_.logo->content,
                          .content_type = options_.logo->content_type,
                          .version = fingerprint(options_.logo->content)});
  }
  if (options_.accent) {
    auto sheet = accent_sheet(*options_.accent);
    auto version = fingerprint(sheet);
    own_files_.push_back({.name = "site.css",
                          .content = std::move(sheet),
                          .content_type = content_type("site.css"),
                          .version = std::move(version)});
  }
}

std::optional<Response> Site::answer(Request const& request) const {
  for (auto const& route : routes) {
    bool const here =
        route.is_prefix ? request.path.starts_with(route.path) : request.path == route.path;
    if (!here || (!options_.has_editor && route.answer == &Site::editor_page) ||
        (!options_.has_insights && route.answer == &Site::insights_page))
      continue;
    auto response = request.method == "GET" ? answer(route, request) : method_not_allowed();
    response.route = route.path;
    return response;
  }
  return std::nullopt;
}

Response Site::answer(Route const& route, Request const& request) const try {
  return (this->*route.answer)(request);
} catch (...) {
  return api::to_response(api::current_problem());
}

Site::OwnFile const* Site::own_file(std::string_view name) const {
  auto const found = std::ranges::find(own_files_, name, &OwnFile::name);
  return found == own_files_.end() ? nullptr : &*found;
}

Response Site::file(Request const& request) const {
  std::string_view const name = std::string_view(request.path).substr(files_path.size());
  auto const* const asset = asset_named(name);
  auto const* const own = own_file(name);
  Response response;
  std::string_view version;
  if (own != nullptr) {
    response.content_type = own->content_type;
    response.body = own->content;
    version = own->version;
    // Opened on its own, an SVG would be a page of this host and could run scripts.
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  } else if (asset != nullptr && !content_type(name).empty()) {
    response.content_type = content_type(name);
    response.body = asset->content;
    version = asset->version;
  } else {
    return api::to_response({.status = 404, .detail = "no such file"});
  }
  bool const versioned = std::ranges::any_of(request.parameters, [&](auto const& parameter) {
    return parameter.first == "v" && parameter.second == version;
  });
  response.headers.emplace_back("Cache-Control", versioned ? "public, max-age=31536000, immutable"
                                                           : "public, max-age=600");
  return validated(std::move(response), version, request);
}

api::Found Site::ask(Request const& request, NameValues const& parameters) const {
  // Requests that feed readers and browsers send on their own are not searches by a reader.
  auto const reader = request.path == "/" ? request.reader : std::string();
  return api_.find(parameters, {.reader = reader, .stop = request.stop});
}

Wording const& Site::wording(Request const& request) const {
  return interface_language(request.accept_language) == "ko" ? korean_ : english_;
}

std::string Site::base(Request const& request) const {
  return options_.public_url.empty() ? "http://" + request.host : options_.public_url;
}

std::string Site::kept_with_base() const {
  return options_.public_url.empty() ? "no-store" : "max-age=3600";
}

} // namespace recap::web
