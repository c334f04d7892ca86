// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/access.hpp"

#include "searchd/api/algolia.hpp"
#include "searchd/api/algolia_answer.hpp"
#include "searchd/api/problem.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace recap::api {
namespace {

struct Place {
  std::string_view path; ///< a final `/` matches all paths below
  Role role;
  bool needs_keys = false; ///< without keys, nobody may use it
};

/// All other paths need the role `search`.
constexpr auto places = std::to_array<Place>({
    {"/healthz", Role::none},
    {"/readyz", Role::none},
    {"/openapi.json", Role::none},
    {"/robots.txt", Role::none},
    {"/assets/", Role::none}, // the search box of other sites
    {"/editor", Role::editor},
    {"/v1/related", Role::editor},
    {"/v1/insights", Role::editor, true},
    {"/insights", Role::editor, true},
    {"/metrics", Role::admin},
});

Place place_of(std::string_view path) {
  for (auto const& place : places) {
    if (place.path.ends_with('/') ? path.starts_with(place.path) : path == place.path) return place;
  }
  return {path, Role::search};
}

std::string_view word_for(Role role) {
  switch (role) {
  case Role::none: return "nothing";
  case Role::search: return "search";
  case Role::editor: return "editor";
  case Role::admin: return "admin";
  }
  return {};
}

int base64_digit(char c) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  auto const at = digits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// The bytes of base64, up to the first invalid character.
std::string from_base64(std::string_view written) {
  std::string bytes;
  unsigned kept = 0;
  int bits = 0;
  for (char const c : written) {
    auto const digit = base64_digit(c);
    if (digit < 0) break;
    kept = (kept << 6 | static_cast<unsigned>(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(kept >> bits & 0xff);
  }
  return bytes;
}

/// The text after `scheme` and spaces; schemes are compared without case (RFC 9110, 11.1).
std::optional<std::string_view> behind_scheme(std::string_view field, std::string_view scheme) {
  if (field.size() <= scheme.size() || field[scheme.size()] != ' ' ||
      !text::equal_letters(field.substr(0, scheme.size()), scheme))
    return std::nullopt;
  field.remove_prefix(std::min(field.find_first_not_of(' ', scheme.size()), field.size()));
  return field;
}

std::string sent_secret(Request const& request) {
  if (Algolia::serves(request.path)) {
    if (auto const key = algolia_key(request); !key.empty()) return std::string(key);
  }
  if (auto const token = behind_scheme(request.authorization, "bearer")) return std::string(*token);
  auto const login = behind_scheme(request.authorization, "basic");
  if (!login) return {};
  auto const user_and_password = from_base64(*login);
  auto const colon = user_and_password.find(':');
  return colon == std::string::npos ? user_and_password : user_and_password.substr(colon + 1);
}

/// Makes a browser prompt its user on pages, but not for requests of programs.
std::string challenge(std::string_view path) {
  bool const is_page = !path.starts_with("/v1/") && path != "/metrics";
  return is_page ? R"(Basic realm="Recap", charset="UTF-8")" : R"(Bearer realm="Recap")";
}

Response refused(Request const& request, Role wanted, bool known) {
  if (Algolia::serves(request.path)) return algolia_error(403, "Invalid Application-ID or API key");
  std::string const role(word_for(wanted));
  if (known) {
    return to_response({.status = 403, .detail = "this address needs a key with the role " + role});
  }
  auto response = to_response({.status = 401,
                               .detail = "this address needs a key with the role " + role +
                                         ", as in Authorization: Bearer KEY"});
  response.headers.emplace_back("WWW-Authenticate", challenge(request.path));
  return response;
}

Response for_nobody() {
  return to_response({.status = 403,
                      .detail = "insights need a key with the role editor (--keys), or the admin "
                                "address (--admin-listen)"});
}

} // namespace

bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return difference == 0;
}

std::optional<Role> Keys::role_of(std::string_view secret) const {
  std::optional<Role> found;
  for (auto const& key : keys_) {
    if (same_secret(key.secret, secret)) found = key.role;
  }
  return found;
}

void Access::use(std::shared_ptr<Keys const> keys) {
  std::lock_guard const lock(mutex_);
  keys_ = std::move(keys);
}

std::shared_ptr<Keys const> Access::keys() const {
  std::lock_guard const lock(mutex_);
  return keys_;
}

std::optional<Response> Access::refusal(Request const& request) const {
  auto const place = place_of(request.path);
  auto const wanted = place.role;
  if (wanted == Role::none) return std::nullopt;
  auto const known = keys();
  if (!known && place.needs_keys) return for_nobody();
  if (!known || known->anonymous() >= wanted) return std::nullopt;
  auto const role = known->role_of(sent_secret(request));
  if (role && *role >= wanted) return std::nullopt;
  auto response = refused(request, wanted, role.has_value());
  response.headers.emplace_back("Cache-Control", "no-store");
  response.route = "refused";
  return response;
}

} // namespace recap::api
