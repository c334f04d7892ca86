// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/request_parser.hpp"

#include "tests/catch.hpp"

using namespace recap::http;
using State = RequestParser::State;

namespace {

Limits small_limits() {
  Limits limits;
  limits.body_bytes = 16;
  return limits;
}

/// A parser that has been fed all `bytes` in one call.
RequestParser fed(std::string_view bytes) {
  RequestParser parser(small_limits());
  parser.feed(bytes);
  return parser;
}

unsigned status_of(std::string_view bytes) {
  auto const parser = fed(bytes);
  return parser.state() == State::refused ? parser.refusal().status : 0;
}

std::string const get = "GET / HTTP/1.1\r\nHost: a\r\n";
std::string const post = "POST / HTTP/1.1\r\nHost: a\r\n";
std::string const chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

} // namespace

TEST_CASE("the program's own fields come with the request") {
  auto parser = fed(get + "X-Algolia-API-Key: abc\r\nAccept: */*\r\n\r\n");
  REQUIRE(parser.state() == State::complete);
  CHECK(parser.incoming().request.extension_fields == NameValues{{"x-algolia-api-key", "abc"}});
}

TEST_CASE("a refused request still says what it was for") {
  auto refused = fed("POST /a?b HTTP/1.1\r\nHost: a\r\nContent-Length: 17\r\n\r\n");
  REQUIRE(refused.state() == State::refused);
  CHECK(refused.refusal().status == 413);
  CHECK(refused.incoming().request.target == "/a?b");
}

TEST_CASE("a request has everything that the handler needs") {
  auto parser = fed("HEAD /a%20b?q=c HTTP/1.1\r\nHost: a\r\nOrigin: https://b\r\n"
                    "Content-Type: text/x\r\nIf-None-Match: \"1\"\r\n\r\n");
  REQUIRE(parser.state() == State::complete);
  auto const& incoming = parser.incoming();
  CHECK(incoming.request.method == "GET");
  CHECK(incoming.request.path == "/a b");
  CHECK(incoming.request.parameters == NameValues{{"q", "c"}});
  CHECK(incoming.request.target == "/a%20b?q=c");
  CHECK(incoming.request.content_type == "text/x");
  CHECK(incoming.request.if_none_match == "\"1\"");
  CHECK(incoming.origin == "https://b");
  CHECK(incoming.is_head);
  CHECK(incoming.keep_alive);
}

TEST_CASE("a request may come byte by byte") {
  RequestParser parser(small_limits());
  std::string const bytes = chunked + "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n";
  std::string unread;
  for (auto const byte : bytes) {
    REQUIRE(parser.state() != State::complete);
    unread += byte;
    unread.erase(0, parser.feed(unread));
  }
  REQUIRE(parser.state() == State::complete);
  CHECK(parser.incoming().request.body == "abcde");
}

TEST_CASE("bytes after a request are not consumed") {
  RequestParser parser(small_limits());
  auto const one = post + "Content-Length: 2\r\n\r\nhi";
  CHECK(parser.feed(one + get) == one.size());
  CHECK(parser.incoming().request.body == "hi");
}

TEST_CASE("what is not HTTP is refused after its first line") {
  CHECK(status_of("SSH-2.0-OpenSSH_9.2\r\n") == 400);
  CHECK(status_of("GET /\r\n") == 400);
  CHECK(status_of("GET / \r\n") == 400);
  CHECK(status_of("GET  / HTTP/1.1\r\n") == 400);
  CHECK(status_of("GET / HTTP/1.1 \r\n") == 400);
  CHECK(status_of("GET / http/1.1\r\n") == 400);
}

TEST_CASE("other versions of HTTP are refused as such") {
  CHECK(status_of("PRI * HTTP/2.0\r\n") == 505);
  CHECK(status_of("GET / HTTP/1.2\r\n") == 505);
  CHECK(status_of("GET / HTTP/0.9\r\n") == 505);
}

TEST_CASE("HTTP/1.1 names exactly one host, HTTP/1.0 one at most") {
  CHECK(status_of("GET / HTTP/1.1\r\n\r\n") == 400);
  CHECK(status_of(get + "Host: a\r\n\r\n") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\nHost:\r\n\r\n") == 0);
  CHECK(status_of("GET / HTTP/1.0\r\n\r\n") == 0);
  CHECK(status_of("GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("malformed fields are rejected") {
  CHECK(status_of(get + "A B: c\r\n\r\n") == 400);
  CHECK(status_of(get + "A : c\r\n\r\n") == 400);
  CHECK(status_of(get + ": c\r\n\r\n") == 400);
  CHECK(status_of(get + "A\r\n\r\n") == 400);
  CHECK(status_of(get + "A: \x07\r\n\r\n") == 400);
  CHECK(status_of(get + "A: b\r\n c\r\n\r\n") == 400);
}

TEST_CASE("a body whose length is in doubt is refused") {
  CHECK(status_of(post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n") == 400);
  CHECK(status_of(post + "Content-Length: -1\r\n\r\n") == 400);
  CHECK(status_of(post + "Content-Length: +1\r\n\r\n") == 400);
  CHECK(status_of(post + "Content-Length: 0x1\r\n\r\n") == 400);
  CHECK(status_of(post + "Content-Length: 99999999999999999999\r\n\r\n") == 400);
  CHECK(status_of(post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
  CHECK(status_of(post + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n") == 400);
  CHECK(status_of("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
}

TEST_CASE("a transfer encoding other than chunked is not implemented") {
  for (auto const* encoding : {"gzip", "gzip, chunked", "identity", "chunked, gzip", "xchunked"})
    CHECK(status_of(post + "Transfer-Encoding: " + encoding + "\r\n\r\n") == 501);
  CHECK(status_of(post + "Transfer-Encoding: CHUNKED\r\n\r\n0\r\n\r\n") == 0);
}

TEST_CASE("malformed chunks are rejected") {
  CHECK(status_of(chunked + "x\r\n") == 400);
  CHECK(status_of(chunked + "-1\r\n") == 400);
  CHECK(status_of(chunked + "1\r\nab\r\n0\r\n\r\n") == 400);
  CHECK(status_of(chunked + "1;=\r\na\r\n") == 400);
  CHECK(status_of(chunked + "1;" + std::string(max_chunk_line_bytes, 'x')) == 400);
  CHECK(status_of(chunked + "0\r\nA: " + std::string(max_chunk_line_bytes, 'x')) == 400);
}

TEST_CASE("a body over the limit is refused as soon as its size is known") {
  CHECK(status_of(post + "Content-Length: 16\r\n\r\n") == 0);
  CHECK(status_of(post + "Content-Length: 17\r\n\r\n") == 413);
  CHECK(status_of(chunked + "11\r\n") == 413);
  CHECK(status_of(chunked + "8\r\n12345678\r\n9\r\n") == 413);
  CHECK(status_of(chunked + "FFFFFFFFFFFFFFFF\r\n") == 413);
}

TEST_CASE("only supported methods are accepted") {
  auto const with_method = [](std::string const& method) {
    return fed(method + " / HTTP/1.1\r\nHost: a\r\n\r\n");
  };
  for (auto const* method : {"PUT", "DELETE", "TRACE", "CONNECT", "PATCH"}) {
    auto const parser = with_method(method);
    REQUIRE(parser.state() == State::refused);
    CHECK(parser.refusal().status == 405);
    CHECK(parser.refusal().headers == NameValues{{"Allow", "GET, HEAD, POST, OPTIONS"}});
  }
  CHECK(with_method("FOO").refusal().status == 501);
  CHECK(with_method("get").refusal().status == 501);
  CHECK(with_method("OPTIONS").state() == State::complete);
}

TEST_CASE("only OPTIONS may ask about everything") {
  CHECK(status_of("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") == 0);
  CHECK(status_of("GET * HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("a GET must not have a body") {
  CHECK(status_of(get + "Content-Length: 0\r\n\r\n") == 0);
  CHECK(status_of(get + "Content-Length: 1\r\n\r\n") == 400);
  CHECK(status_of(get + "Transfer-Encoding: chunked\r\n\r\n") == 400);
}

TEST_CASE("a peer that waits for 100 is noticed until it stops waiting") {
  auto parser = fed(post + "Expect: 100-Continue\r\nContent-Length: 2\r\n\r\n");
  CHECK(parser.expects_continue());
  parser.feed("a");
  CHECK_FALSE(parser.expects_continue());
  CHECK_FALSE(fed(post + "Content-Length: 2\r\n\r\n").expects_continue());
  CHECK_FALSE(fed(post + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\na").expects_continue());
  CHECK_FALSE(fed("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
                  .expects_continue());
  CHECK(status_of(post + "Expect: tea\r\nContent-Length: 2\r\n\r\n") == 417);
}

TEST_CASE("a connection continues after a refusal if the end of the request is certain") {
  CHECK(fed("GET /%FF HTTP/1.1\r\nHost: a\r\n\r\n").incoming().keep_alive);
  CHECK(fed("PUT / HTTP/1.1\r\nHost: a\r\n\r\n").incoming().keep_alive);
  CHECK_FALSE(fed("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n").incoming().keep_alive);
  CHECK_FALSE(fed(post + "Content-Length: 17\r\n\r\n").incoming().keep_alive);
  CHECK_FALSE(fed(get + "Host: a\r\n\r\n").incoming().keep_alive);
}

TEST_CASE("the origin is known even if the request is refused") {
  CHECK(fed(get + "Origin: https://b\r\nA B: c\r\n\r\n").incoming().origin == "https://b");
  CHECK(fed(post + "Origin: https://b\r\nContent-Length: 17\r\n\r\n").incoming().origin ==
        "https://b");
}
