// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/head_scanner.hpp"

#include "tests/catch.hpp"

#include <utility>
#include <vector>

using recap::http::HeadScanner;

namespace {

unsigned status_of(std::string_view bytes) {
  HeadScanner scanner(64, 3);
  scanner.take(bytes);
  return scanner.refusal() ? scanner.refusal()->status : 0;
}

} // namespace

TEST_CASE("a head is consumed to its end and no further") {
  HeadScanner scanner(64, 3);
  CHECK(scanner.take("GET / HTTP/1.1\r\nHost: a\r\n\r\nmore") == 27);
  CHECK(scanner.complete());
  CHECK(scanner.request_line() == "GET / HTTP/1.1\r\n");
  CHECK(scanner.fields() == "Host: a\r\n\r\n");
}

TEST_CASE("a head may come byte by byte") {
  HeadScanner scanner(64, 3);
  for (auto const byte : std::string_view("GET / HTTP/1.1\r\nHost: a\r\n\r")) {
    CHECK(scanner.take({&byte, 1}) == 1);
    CHECK_FALSE(scanner.complete());
  }
  CHECK(scanner.take("\n") == 1);
  CHECK(scanner.complete());
}

TEST_CASE("empty lines before a head are skipped") {
  HeadScanner scanner(64, 3);
  scanner.take("\r\n\r\n\r");
  CHECK_FALSE(scanner.begun());
  scanner.take("\nG");
  CHECK(scanner.begun());
  CHECK_FALSE(scanner.refusal());
}

TEST_CASE("bytes that servers read differently are refused as they arrive") {
  CHECK(status_of("GET / HTTP/1.1\n") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\n") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\rb") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\r\n") == 400);
  CHECK(status_of("\n") == 400);
  CHECK(status_of({"GET /\0", 6}) == 400);
  CHECK(status_of(" GET / HTTP/1.1\r\n") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\n Host: a") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\n\tb") == 400);
}

TEST_CASE("a head may be as long as the limit and no longer") {
  auto const line = std::string("GET / HTTP/1.1\r\n");
  auto const fields = "a: " + std::string(64 - line.size() - 7, 'x') + "\r\n\r\n";
  CHECK(status_of(line + fields) == 0);
  CHECK(status_of(line + 'x' + fields) == 431);
  CHECK(status_of("GET /" + std::string(60, 'x')) == 414);
}

TEST_CASE("a head has no more fields than the limit") {
  CHECK(status_of("GET / HTTP/1.1\r\na:\r\nb:\r\nc:\r\n\r\n") == 0);
  CHECK(status_of("GET / HTTP/1.1\r\na:\r\nb:\r\nc:\r\nd:\r\n") == 431);
}
