// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/target.hpp"

#include "tests/catch.hpp"

using namespace recap::http;

namespace {

Target read(std::string_view target) {
  return std::get<Target>(parse_target(target));
}

std::string fault(std::string_view target) {
  auto const refusal = std::get<Refusal>(parse_target(target));
  CHECK(refusal.status == 400);
  return refusal.detail;
}

} // namespace

TEST_CASE("a path is decoded, a plus sign in it stays one") {
  CHECK(read("/").path == "/");
  CHECK(read("/v1/articles/a%20b+c").path == "/v1/articles/a b+c");
  CHECK(read("/%EC%9D%B8%ED%84%B4").path == "/인턴");
  CHECK(read("/a/../b//c").path == "/a/../b//c");
}

TEST_CASE("parameters are decoded in order, a plus sign is a space") {
  CHECK(read("/s?q=a+b%2Bc&year=2022&year=2021&x=").parameters ==
        NameValues{{"q", "a b+c"}, {"year", "2022"}, {"year", "2021"}, {"x", ""}});
  CHECK(read("/s?%EC%9D%B8=%ED%84%B4").parameters == NameValues{{"인", "턴"}});
  CHECK(read("/s?q=a=b?c/d").parameters == NameValues{{"q", "a=b?c/d"}});
}

TEST_CASE("a parameter may have no value, and empty parts are ignored") {
  CHECK(read("/s?explain").parameters == NameValues{{"explain", ""}});
  CHECK(read("/s?=v").parameters == NameValues{{"", "v"}});
  CHECK(read("/s?").parameters.empty());
  CHECK(read("/s?&&a=1&").parameters == NameValues{{"a", "1"}});
}

TEST_CASE("a query may hold the characters that browsers send as they are") {
  CHECK(read(R"(/s?q=[a]|{b}^`\)").parameters == NameValues{{"q", R"([a]|{b}^`\)"}});
}

TEST_CASE("a target other than a path and a query is rejected") {
  for (auto const* target :
       {"", "*", "v1/search", "host:80", "?q=a", "ftp://host/", "http:///", "http://",
        "http://a b/", "http://host?q=a", "http://:443/", "https://:/"})
    CHECK(fault(target) ==
          "The request target must begin with a slash, or with http:// and a host.");
}

TEST_CASE("an absolute address is read as its path and query") {
  for (auto const* target :
       {"http://host/s?q=a", "HTTPS://host:443/s?q=a", "http://[::1]:80/s?q=a"}) {
    CHECK(read(target).path == "/s");
    CHECK(read(target).parameters == NameValues{{"q", "a"}});
  }
  CHECK(read("http://host").path == "/");
  CHECK(read("//host/s").path == "//host/s");
}

TEST_CASE("a character that has to be encoded is refused with its place") {
  CHECK(fault("/a#b") ==
        "The request target has a character that must be percent-encoded at byte 3.");
  CHECK_THAT(fault("/s?q=\"a\""), Catch::Contains("at byte 6"));
  CHECK_THAT(fault("/s?q=a#b"), Catch::Contains("at byte 7"));
  CHECK_THAT(fault("/a[b]"), Catch::Contains("at byte 3"));
  CHECK_THAT(fault("/\xCE\xB4"), Catch::Contains("at byte 2"));
}

TEST_CASE("a percent sign without two digits is refused with its place") {
  for (auto const* target : {"/s?q=%", "/s?q=%4", "/s?q=%G0", "/s?q=%0G", "/s?q=%&a=1"})
    CHECK(fault(target) == "The request target has a percent sign without two hexadecimal digits "
                           "at byte 6.");
  CHECK_THAT(fault("/%?q=41"), Catch::Contains("at byte 2"));
}

TEST_CASE("text that is not UTF-8 is refused with its place") {
  CHECK(fault("/%FF") == "The part of the request target that begins at byte 1 is not UTF-8.");
  CHECK_THAT(fault("/s?a=1&q=%C3%28"), Catch::Contains("begins at byte 10 is not UTF-8"));
  CHECK_THAT(fault("/s?%ED%A0%80=1"), Catch::Contains("begins at byte 4 is not UTF-8"));
}

TEST_CASE("an encoded NUL is refused with its place") {
  CHECK(fault("/a%00") == "The part of the request target that begins at byte 1 contains a NUL.");
  CHECK_THAT(fault("/s?q=%00"), Catch::Contains("begins at byte 6 contains a NUL"));
}

TEST_CASE("a host is a name or an address, with or without a port") {
  for (auto const* host :
       {"", "localhost", "example.org:8080", "127.0.0.1:80", "[::1]:8080", "a_b", "a=b", "a%20b"})
    CHECK(valid_host(host));
  for (auto const* host :
       {"a b", "user@host", "host/path", "[::1", "host:port", "a,b:80:80", "a%2", "[::1]x"})
    CHECK_FALSE(valid_host(host));
}
