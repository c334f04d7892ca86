// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/server.hpp"

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/test_server.hpp"

using namespace recap::http;

namespace {

std::string get(std::string const& target, std::string const& more_fields = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + more_fields + "\r\n";
}

std::string post(std::string const& more_fields, std::string const& body) {
  return "POST /p HTTP/1.1\r\nHost: a\r\n" + more_fields + "\r\n" + body;
}

} // namespace

TEST_CASE("a request is answered with all that the server adds") {
  TestServer const server;
  auto client = server.connect();
  auto const answer = client.exchange(get("/a%20b?q=c+d"));
  CHECK(answer.status == 200);
  CHECK(answer.body == "GET /a b\nq=c d\n");
  CHECK(answer.field("content-type") == "text/plain");
  CHECK(answer.field("server") == "recap");
  CHECK(answer.field("x-content-type-options") == "nosniff");
  CHECK(answer.field("date").size() == 29);
  CHECK(answer.count("connection") == 0);
}

TEST_CASE("a connection takes one request after another") {
  TestServer const server;
  auto client = server.connect();
  CHECK(client.exchange(get("/1")).body == "GET /1\n");
  CHECK(client.exchange(post("Content-Length: 2\r\n", "hi")).body == "POST /p\nhi");
  CHECK(client.exchange(get("/2")).body == "GET /2\n");
}

TEST_CASE("pipelined requests are answered in order") {
  TestServer const server;
  auto client = server.connect();
  std::string requests;
  for (int i = 0; i < 1000; ++i)
    requests += get("/" + std::to_string(i));
  client.send(requests);
  for (int i = 0; i < 1000; ++i)
    REQUIRE(client.read_answer().body == "GET /" + std::to_string(i) + "\n");
}

TEST_CASE("a HEAD is answered with the fields of a GET and no body") {
  TestServer const server;
  auto client = server.connect();
  client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n");
  auto const answer = client.read_answer(true);
  CHECK(answer.status == 200);
  CHECK(answer.field("content-length") == "7");
  CHECK(client.exchange(get("/b")).body == "GET /b\n");
}

TEST_CASE("a refused HEAD has no body either") {
  TestServer const server;
  auto client = server.connect();
  client.send("HEAD /%FF HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(client.read_answer(true).status == 400);
  CHECK(client.exchange(get("/b")).body == "GET /b\n");
  client.send("HEAD / HTTP/1.1\r\n\r\n");
  CHECK(client.read_answer(true).status == 400);
  CHECK(client.closed());
}

TEST_CASE("204 and 304 go out without body and content type") {
  TestServer const server([](Request const& request) {
    return Response{
        request.path == "/204" ? 204U : 304U, "text/plain", "lost", {{"ETag", "\"1\""}}};
  });
  auto client = server.connect();
  for (auto const* target : {"/204", "/304"}) {
    auto const answer = client.exchange(get(target));
    CHECK(std::to_string(answer.status) == target + 1);
    CHECK(answer.field("etag") == "\"1\"");
    CHECK(answer.count("content-type") == 0);
    CHECK(answer.count("content-length") == 0);
  }
}

TEST_CASE("a chunked body is put together") {
  TestServer const server;
  auto client = server.connect();
  auto const answer = client.exchange(
      post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: v\r\n\r\n"));
  CHECK(answer.body == "POST /p\nabcde");
}

TEST_CASE("a peer that waits for 100 gets it") {
  TestServer const server;
  auto client = server.connect();
  client.send(post("Expect: 100-continue\r\nContent-Length: 2\r\n", ""));
  CHECK(client.read_answer().status == 100);
  CHECK(client.exchange("hi").body == "POST /p\nhi");
}

TEST_CASE("a peer that waits for 100 with too large a body does not get it") {
  TestServer const server(echo, [](Options& options) { options.limits.body_bytes = 1; });
  auto client = server.connect();
  CHECK(client.exchange(post("Expect: 100-continue\r\nContent-Length: 2\r\n", "")).status == 413);
  CHECK(client.closed());
}

TEST_CASE("HTTP/1.0 is answered and closed") {
  TestServer const server;
  auto client = server.connect();
  auto const answer = client.exchange("GET /a HTTP/1.0\r\n\r\n");
  CHECK(answer.body == "GET /a\n");
  CHECK(answer.field("connection") == "close");
  CHECK(client.closed());
}

TEST_CASE("an HTTP/1.0 connection is kept open on request") {
  TestServer const server;
  auto client = server.connect();
  auto const request = "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
  CHECK(client.exchange(request).field("connection") == "keep-alive");
  CHECK(client.exchange(request).status == 200);
}

TEST_CASE("a connection is closed after the response on request") {
  TestServer const server;
  auto client = server.connect();
  CHECK(client.exchange(get("/a", "Connection: close\r\n")).field("connection") == "close");
  CHECK(client.closed());
}

TEST_CASE("a peer that has stopped sending still gets its answers") {
  TestServer const server;
  auto client = server.connect();
  client.send(get("/1") + get("/2"));
  client.end_sending();
  CHECK(client.read_answer().body == "GET /1\n");
  CHECK(client.read_answer().body == "GET /2\n");
  CHECK(client.closed());
}

TEST_CASE("a truncated request gets a 400") {
  TestServer const server;
  for (auto const& request :
       {std::string("GET / HT"), get("/").substr(0, 20), post("Content-Length: 3\r\n", "hi")}) {
    auto client = server.connect();
    client.send(request);
    client.end_sending();
    auto const answer = client.read_answer();
    CHECK(answer.status == 400);
    CHECK(answer.body == "The request ends in the middle.");
    CHECK(client.closed());
  }
}

TEST_CASE("an unreadable request is answered by the error page and closed") {
  TestServer const server;
  auto client = server.connect();
  auto const answer = client.exchange("GET / HTTP/1.1\r\n" + std::string("A: \0\r\n\r\n", 9));
  CHECK(answer.status == 400);
  CHECK(answer.field("content-type") == "application/problem+json");
  CHECK(answer.field("connection") == "close");
  CHECK(answer.body == "The head of the request contains a NUL.");
  CHECK(client.closed());
}

TEST_CASE("an undecodable target gets a 400, and the connection continues") {
  TestServer const server;
  auto client = server.connect();
  auto const answer = client.exchange(get("/s?q=%C3%28"));
  CHECK(answer.status == 400);
  CHECK(answer.body == "The part of the request target that begins at byte 6 is not UTF-8.");
  CHECK(answer.count("connection") == 0);
  CHECK(client.exchange(get("/b")).status == 200);
}

TEST_CASE("an unsupported method gets the list of supported ones") {
  TestServer const server;
  auto client = server.connect();
  auto const answer = client.exchange("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(answer.status == 405);
  CHECK(answer.field("allow") == "GET, HEAD, POST, OPTIONS");
  CHECK(client.exchange("FOO / HTTP/1.1\r\nHost: a\r\n\r\n").status == 501);
}

TEST_CASE("OPTIONS is answered by the server") {
  TestServer const server([](Request const&) -> Response { throw std::logic_error("not to me"); });
  auto client = server.connect();
  for (auto const* target : {"*", "/v1/search"}) {
    auto const answer =
        client.exchange(std::string("OPTIONS ") + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(answer.status == 204);
    CHECK(answer.field("allow") == "GET, HEAD, POST, OPTIONS");
    CHECK(answer.count("access-control-allow-origin") == 0);
  }
}

TEST_CASE("a page of a listed origin may send requests and read responses") {
  auto const page = "https://example.org";
  TestServer const server(echo, [&](Options& options) { options.cors_origins = {page}; });
  auto client = server.connect();
  auto const origin = std::string("Origin: ") + page + "\r\n";
  auto const preflight = client.exchange("OPTIONS /a HTTP/1.1\r\nHost: a\r\n" + origin +
                                         "Access-Control-Request-Method: POST\r\n\r\n");
  CHECK(preflight.field("access-control-allow-origin") == page);
  CHECK(preflight.field("access-control-allow-headers") == "*, authorization");
  CHECK(client.exchange(get("/a", origin)).field("access-control-allow-origin") == page);
  auto const refused = client.exchange(get("/%FF", origin));
  CHECK(refused.status == 400);
  CHECK(refused.field("access-control-allow-origin") == page);
  CHECK(refused.field("vary") == "Origin");
  auto const other = client.exchange(get("/a", "Origin: https://other.example\r\n"));
  CHECK(other.count("access-control-allow-origin") == 0);
  CHECK(other.field("vary") == "Origin");
}
