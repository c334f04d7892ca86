// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/cors.hpp"

#include "tests/catch.hpp"

using namespace recap::http;

namespace {

auto const page = "https://example.org";
NameValues const vary{{"Vary", "Origin"}};

} // namespace

TEST_CASE("without origins, no page is allowed, and no field is sent") {
  Cors const cors(std::vector<std::string>{});
  CHECK(cors.fields(page).empty());
  CHECK(cors.preflight_fields(page).empty());
}

TEST_CASE("a star allows every page, and clients that are not pages") {
  Cors const cors(std::vector<std::string>{"*"});
  NameValues const fields{{"Access-Control-Allow-Origin", "*"},
                          {"Access-Control-Expose-Headers", "ETag, Retry-After"}};
  CHECK(cors.fields(page) == fields);
  CHECK(cors.fields("") == fields);
}

TEST_CASE("a listed origin is allowed by its name") {
  Cors const cors(std::vector<std::string>{"https://other.example", page});
  CHECK(cors.fields(page) == NameValues{{"Vary", "Origin"},
                                        {"Access-Control-Allow-Origin", page},
                                        {"Access-Control-Expose-Headers", "ETag, Retry-After"}});
}

TEST_CASE("an origin that is not listed learns only that the answer varies") {
  Cors const cors(std::vector<std::string>{page});
  for (auto const* origin : {"", "null", "http://example.org", "https://example.org:8443",
                             "https://example.org.evil.example", "https://EXAMPLE.org"}) {
    CHECK(cors.fields(origin) == vary);
    CHECK(cors.preflight_fields(origin).empty());
  }
}

TEST_CASE("a preflight is granted the methods and every field") {
  Cors const cors(std::vector<std::string>{page});
  CHECK(cors.preflight_fields(page) ==
        NameValues{{"Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS"},
                   {"Access-Control-Max-Age", "7200"},
                   {"Access-Control-Allow-Headers", "*, authorization"}});
}

TEST_CASE("an origin is accepted in any spelling, and anything else is rejected") {
  struct {
    std::string_view written;
    std::optional<std::string> origin;
  } const cases[] = {
      {"https://a.example", "https://a.example"},
      {"https://a.example/", "https://a.example"},
      {"HTTPS://A.example", "https://a.example"},
      {"https://a.example:443", "https://a.example"},
      {"http://a.example:80/", "http://a.example"},
      {"http://a.example:443", "http://a.example:443"},
      {"http://localhost:01313", "http://localhost:1313"},
      {"http://[::1]:8080", "http://[::1]:8080"},
      {"http://[::1]", "http://[::1]"},
      {"chrome-extension://abcdef", "chrome-extension://abcdef"},
      {"https://xn--bcher-kva.example", "https://xn--bcher-kva.example"},
      {"*", "*"},
      {"null", "null"},
      {"a.example", std::nullopt},
      {"//a.example", std::nullopt},
      {"https://", std::nullopt},
      {"https://a.example/docs", std::nullopt},
      {"https://*.a.example", std::nullopt},
      {"https://user@a.example", std::nullopt},
      {"https://a.example:port", std::nullopt},
      {"https://a.example:", std::nullopt},
      {"https://a.example:70000", std::nullopt},
      {"https://bücher.example", std::nullopt},
      {"https://a.example https://b.example", std::nullopt},
      {"https://a.example,https://b.example", std::nullopt},
      {"", std::nullopt},
  };
  for (auto const& [written, origin] : cases) {
    INFO(written);
    CHECK(origin_named(written) == origin);
  }
}
