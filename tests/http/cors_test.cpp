// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/cors.hpp"

#include "tests/catch.hpp"

using namespace recap::http;

namespace {

auto const page = "https://example.org";
NameValues const vary{{"Vary", "Origin"}};

} // namespace

TEST_CASE("without origins no page is let in, and nothing is said") {
  Cors const cors({}, {"content-type"});
  CHECK(cors.fields(page).empty());
  CHECK(cors.preflight_fields(page).empty());
}

TEST_CASE("a star lets in every page, and what asks without being one") {
  Cors const cors({"*"}, {});
  NameValues const fields{{"Access-Control-Allow-Origin", "*"},
                          {"Access-Control-Expose-Headers", "ETag, Retry-After"}};
  CHECK(cors.fields(page) == fields);
  CHECK(cors.fields("") == fields);
}

TEST_CASE("an origin that is listed is let in by its name") {
  Cors const cors({"https://other.example", page}, {});
  CHECK(cors.fields(page) == NameValues{{"Vary", "Origin"},
                                        {"Access-Control-Allow-Origin", page},
                                        {"Access-Control-Expose-Headers", "ETag, Retry-After"}});
}

TEST_CASE("an origin that is not listed learns only that the answer varies") {
  Cors const cors({page}, {});
  for (auto const* origin : {"", "null", "http://example.org", "https://example.org:8443",
                             "https://example.org.evil.example", "https://EXAMPLE.org"}) {
    CHECK(cors.fields(origin) == vary);
    CHECK(cors.preflight_fields(origin).empty());
  }
}

TEST_CASE("a preflight is granted the methods and the fields of the options") {
  Cors const cors({page}, {"content-type", "if-none-match"});
  CHECK(cors.preflight_fields(page) ==
        NameValues{{"Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS"},
                   {"Access-Control-Max-Age", "7200"},
                   {"Access-Control-Allow-Headers", "content-type, if-none-match"}});
}
