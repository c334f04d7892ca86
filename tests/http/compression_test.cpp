// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/compression.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <string>

using namespace recap::http;

namespace {

std::string field(Response const& response, std::string_view name) {
  auto const found = std::ranges::find(response.headers, name, &NameValues::value_type::first);
  return found == response.headers.end() ? std::string() : found->second;
}

Response page(std::size_t bytes, std::string type = "text/html; charset=utf-8") {
  return {.content_type = std::move(type),
          .body = std::string(bytes, 'a'),
          .headers = {{"ETag", "\"x\""}}};
}

} // namespace

TEST_CASE("gzip is accepted if it or * is named, and not refused") {
  for (auto const* const list :
       {"gzip", "br, GZIP", "deflate;q=1.0, gzip ; q=0.5", "*", "x-gzip", "*;q=0, gzip"})
    CHECK(takes_gzip(list));
  for (auto const* const list :
       {"", "br", "identity", "gzip;q=0", "gzip; q=0.000", "*, gzip;q=0", "gzipped", ",,;"})
    CHECK_FALSE(takes_gzip(list));
}

TEST_CASE("text is compressed for clients that accept it, with a weak tag") {
  auto const response = compressed(page(5000), "gzip, br");
  CHECK(response.body.size() < 100);
  CHECK(response.body.starts_with("\x1f\x8b"));
  CHECK(field(response, "Content-Encoding") == "gzip");
  CHECK(field(response, "Vary") == "Accept-Encoding");
  CHECK(field(response, "ETag") == "W/\"x\"");
}

TEST_CASE("for other clients the text is unchanged, and Vary tells caches") {
  auto const response = compressed(page(5000), "br");
  CHECK(response.body == std::string(5000, 'a'));
  CHECK(field(response, "Content-Encoding").empty());
  CHECK(field(response, "Vary") == "Accept-Encoding");
  CHECK(field(response, "ETag") == "\"x\"");
}

TEST_CASE("a body that is short, not text, or would not shrink stays as it is") {
  CHECK(field(compressed(page(least_compressed_bytes - 1), "gzip"), "Vary").empty());
  CHECK(field(compressed(page(5000, "image/png"), "gzip"), "Content-Encoding").empty());
  for (auto const* const type : {"application/json", "application/problem+json",
                                 "application/atom+xml; charset=utf-8", "image/svg+xml"})
    CHECK(field(compressed(page(5000, type), "gzip"), "Content-Encoding") == "gzip");
  auto noise = page(5000);
  unsigned state = 1;
  for (auto& c : noise.body)
    c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
  CHECK(field(compressed(noise, "gzip"), "Content-Encoding").empty());
}
