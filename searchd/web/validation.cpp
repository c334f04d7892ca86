// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/validation.hpp"

#include <array>
#include <charconv>
#include <cstdint>

namespace recap::web {

std::string fingerprint(std::string_view content) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (char const c : content) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  std::array<char, 16> digits{};
  auto const [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16);
  return {digits.data(), end};
}

Response validated(Response response, std::string_view version, Request const& request) {
  std::string const tag = '"' + std::string(version) + '"';
  response.headers.emplace_back("ETag", tag);
  auto const& known = request.if_none_match;
  if (known == "*" || known.find(tag) != std::string::npos) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

} // namespace recap::web
