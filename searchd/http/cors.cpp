// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/cors.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <utility>

namespace recap::http {
namespace {

/// In seconds. Chrome keeps no preflight longer than two hours.
constexpr auto preflight_max_age = "7200";

bool contains(std::vector<std::string> const& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// `*` includes every field except Authorization, which must be listed.
constexpr auto every_field = "*, authorization";

bool consists_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

constexpr std::string_view of_schemes = "abcdefghijklmnopqrstuvwxyz0123456789+-.";
constexpr std::string_view of_hosts = "abcdefghijklmnopqrstuvwxyz0123456789-._";
constexpr std::string_view of_ipv6 = "0123456789abcdef:.";

bool is_host(std::string_view host) {
  if (!host.starts_with('[')) return consists_of(host, of_hosts);
  return host.ends_with(']') && consists_of(host.substr(1, host.size() - 2), of_ipv6);
}

/// Without leading zeros; nullopt for an invalid port.
std::optional<std::string> port_named(std::string_view written) {
  if (written.empty() || !std::ranges::all_of(written, text::is_digit)) return std::nullopt;
  written.remove_prefix(std::min(written.find_first_not_of('0'), written.size() - 1));
  constexpr std::size_t most_digits = 5;
  if (written.size() > most_digits || std::stoul(std::string(written)) > 65535) return std::nullopt;
  return std::string(written);
}

} // namespace

std::optional<std::string> origin_named(std::string_view written) {
  if (written == "*" || written == "null") return std::string(written);
  std::string origin = text::lowered(written);
  if (origin.ends_with('/')) origin.pop_back();
  auto const colon = origin.find("://");
  if (colon == std::string::npos) return std::nullopt;
  auto const scheme = origin.substr(0, colon);
  auto host = origin.substr(colon + 3);
  std::string port;
  auto const last = host.rfind(':');
  if (last != std::string::npos && !host.ends_with(']')) {
    auto const named = port_named(std::string_view(host).substr(last + 1));
    if (!named) return std::nullopt;
    port = *named;
    host.resize(last);
  }
  if (!consists_of(scheme, of_schemes) || !is_host(host)) return std::nullopt;
  bool const is_default =
      (scheme == "https" && port == "443") || (scheme == "http" && port == "80") || port.empty();
  return scheme + "://" + host + (is_default ? "" : ":" + port);
}

Cors::Cors(std::vector<std::string> origins)
    : origins_(std::move(origins))
    , any_origin_(contains(origins_, "*")) {}

bool Cors::allowed(std::string_view origin) const {
  return any_origin_ || (!origin.empty() && contains(origins_, origin));
}

NameValues Cors::fields(std::string_view origin) const {
  NameValues fields;
  if (origins_.empty()) return fields;
  // Also for origins that are not allowed: a cache must not give them the response for an allowed
  // one, or the reverse.
  if (!any_origin_) fields.emplace_back("Vary", "Origin");
  if (!allowed(origin)) return fields;
  fields.emplace_back("Access-Control-Allow-Origin", any_origin_ ? "*" : origin);
  fields.emplace_back("Access-Control-Expose-Headers", "ETag, Retry-After");
  return fields;
}

NameValues Cors::preflight_fields(std::string_view origin) const {
  if (!allowed(origin)) return {};
  return {{"Access-Control-Allow-Methods", std::string(allowed_methods)},
          {"Access-Control-Max-Age", preflight_max_age},
          {"Access-Control-Allow-Headers", every_field}};
}

} // namespace recap::http
