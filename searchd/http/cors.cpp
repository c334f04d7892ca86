// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/cors.hpp"

#include <algorithm>
#include <utility>

namespace recap::http {
namespace {

/// In seconds. Chrome keeps no preflight longer than two hours.
constexpr auto preflight_max_age = "7200";

bool contains(std::vector<std::string> const& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

Cors::Cors(std::vector<std::string> origins, std::vector<std::string> const& request_headers)
    : origins_(std::move(origins))
    , any_origin_(contains(origins_, "*")) {
  for (auto const& name : request_headers)
    request_headers_ += (request_headers_.empty() ? "" : ", ") + name;
}

bool Cors::allowed(std::string_view origin) const {
  return any_origin_ || (!origin.empty() && contains(origins_, origin));
}

NameValues Cors::fields(std::string_view origin) const {
  NameValues fields;
  if (origins_.empty()) return fields;
  // Also to those who are not let in: a cache must not give them the answer of
  // one who is, nor the other way round.
  if (!any_origin_) fields.emplace_back("Vary", "Origin");
  if (!allowed(origin)) return fields;
  fields.emplace_back("Access-Control-Allow-Origin", any_origin_ ? "*" : origin);
  fields.emplace_back("Access-Control-Expose-Headers", "ETag, Retry-After");
  return fields;
}

NameValues Cors::preflight_fields(std::string_view origin) const {
  if (!allowed(origin)) return {};
  NameValues fields{{"Access-Control-Allow-Methods", std::string(allowed_methods)},
                    {"Access-Control-Max-Age", preflight_max_age}};
  if (!request_headers_.empty())
    fields.emplace_back("Access-Control-Allow-Headers", request_headers_);
  return fields;
}

} // namespace recap::http
