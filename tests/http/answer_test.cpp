// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/answer.hpp"

#include "tests/catch.hpp"

using namespace recap::http;

namespace {

constexpr std::chrono::sys_seconds epoch{};

} // namespace

TEST_CASE("a date has the format of HTTP") {
  CHECK(http_date(std::chrono::sys_seconds(std::chrono::seconds(784111777))) ==
        "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(http_date(epoch) == "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST_CASE("the head of an answer has all that the server adds") {
  Response const response{200, "text/plain", "four", {{"ETag", "\"1\""}}};
  CHECK(render_head(response, {{"Vary", "Origin"}}, Persistence::keep, epoch) ==
        "HTTP/1.1 200 OK\r\n"
        "Server: recap\r\n"
        "Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Content-Type: text/plain\r\n"
        "Content-Length: 4\r\n"
        "ETag: \"1\"\r\n"
        "Vary: Origin\r\n"
        "\r\n");
}

TEST_CASE("the head says whether the connection stays open, unless that is the default") {
  auto const head = [](Persistence persistence) { return render_head({}, {}, persistence, epoch); };
  CHECK_THAT(head(Persistence::keep), !Catch::Contains("Connection:"));
  CHECK_THAT(head(Persistence::keep_announced), Catch::Contains("\r\nConnection: keep-alive\r\n"));
  CHECK_THAT(head(Persistence::close), Catch::Contains("\r\nConnection: close\r\n"));
}

TEST_CASE("204 and 304 have no fields about a body") {
  for (auto const status : {204U, 304U}) {
    auto const head = render_head({status, "text/plain", "lost", {}}, {}, Persistence::keep, epoch);
    CHECK_FALSE(carries_body(status));
    CHECK_THAT(head, !Catch::Contains("Content-Length"));
    CHECK_THAT(head, !Catch::Contains("Content-Type:"));
  }
}

TEST_CASE("a response that would break the protocol cannot be sent") {
  auto const broken = [](Response const& response) { return sending_fault(response).has_value(); };
  CHECK_FALSE(broken({}));
  CHECK_FALSE(broken({503, "text/plain", "a\r\nb", {{"Retry-After", "1"}}}));
  CHECK(broken({100, "", "", {}}));
  CHECK(broken({600, "", "", {}}));
  CHECK(broken({200, "text/plain\r\nX: y", "", {}}));
  CHECK(broken({200, "", "", {{"Location", "/a\r\nSet-Cookie: b"}}}));
  CHECK(broken({200, "", "", {{"Location", std::string("/a\0b", 4)}}}));
  CHECK(broken({200, "", "", {{"A B", "c"}}}));
  CHECK(broken({200, "", "", {{"", "c"}}}));
}
