// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/log/format.hpp"
#include "tests/catch.hpp"

using namespace recap::log;

namespace {

std::chrono::system_clock::time_point const now{std::chrono::milliseconds(1'795'804'202'007)};

Access const one_access{.client = "192.0.2.77",
                        .method = "GET",
                        .target = "/v1/search?q=private",
                        .status = 200,
                        .bytes = 1234,
                        .took = std::chrono::microseconds(3412),
                        .id = "abc"};

} // namespace

TEST_CASE("an address is shortened so that it identifies nobody") {
  CHECK(shortened("192.0.2.77") == "192.0.2.0");
  CHECK(shortened("2001:db8:1:2:3:4:5:6") == "2001:db8:1::");
  CHECK(shortened("2001:db8:1:2::/64") == "2001:db8:1::");
  CHECK(shortened(std::string_view("\x20\x01\x0d\xb8\0\1\0\2", 8)) == "2001:db8:1::");
  CHECK(shortened("10.0.0.1") == "10.0.0.0");
  CHECK(shortened("") == "-");
  CHECK(shortened("unix") == "-");
}

TEST_CASE("an access is a line in the Common Log Format, or an object, without the query") {
  CHECK(
      access_line(one_access, Format::text, now) ==
      R"(192.0.2.0 - - [27/Nov/2026:18:30:02 +0000] "GET /v1/search HTTP/1.1" 200 1234 3.412 abc)");
  CHECK(
      access_line(one_access, Format::json, now) ==
      R"({"time":"2026-11-27T18:30:02.007Z","client":"192.0.2.0","method":"GET","path":"/v1/search","status":200,"bytes":1234,"ms":3.412,"id":"abc"})");
}

TEST_CASE("an unreadable part of a request is a dash") {
  CHECK(access_line({.status = 400, .id = "x"}, Format::text, now) ==
        R"(- - - [27/Nov/2026:18:30:02 +0000] "- - HTTP/1.1" 400 0 0.000 x)");
}

TEST_CASE("a message is one line, whatever it contains") {
  CHECK(log_line("warning", "two\nlines", Format::text, now) ==
        "2026-11-27T18:30:02.007Z warning: two lines");
  CHECK(log_line("info", "two\nlines \xff", Format::json, now) ==
        "{\"time\":\"2026-11-27T18:30:02.007Z\",\"level\":\"info\",\"message\":\"two\\nlines "
        "\xef\xbf\xbd\"}");
}
