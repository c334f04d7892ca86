// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/responder.hpp"

#include "tests/catch.hpp"

#include <stdexcept>
#include <vector>

using namespace recap::http;

namespace {

using Lines = std::vector<std::string>;

Response page(Refusal const& refusal, Request const& /*request*/) {
  return Response{refusal.status, "application/problem+json", refusal.detail, {}};
}

Request request(std::string target = "/a?q=b") {
  Request request;
  request.method = "GET";
  request.target = std::move(target);
  return request;
}

/// The response to a request if the handler does `act`.
Response answer(std::function<Response()> const& act, Lines& lines) {
  auto const handler = [&](Request const&) { return act(); };
  auto const log = [&](std::string const& line) { lines.push_back(line); };
  return Responder(handler, page, log).answer(request());
}

} // namespace

TEST_CASE("the handler's response is left as it is") {
  Lines lines;
  auto const response =
      answer([] { return Response{404, "text/plain", "no", {{"A", "b"}}}; }, lines);
  CHECK(response.status == 404);
  CHECK(response.body == "no");
  CHECK(response.headers == NameValues{{"A", "b"}});
  CHECK(lines.empty());
}

TEST_CASE("an exception of the handler is a 500 and a line in the log") {
  Lines lines;
  auto const response = answer([]() -> Response { throw std::runtime_error("no disk"); }, lines);
  CHECK(response.status == 500);
  CHECK(response.body == "The server failed to answer this request.");
  CHECK(lines == Lines{"GET /a: no disk"});
}

TEST_CASE("an exception of unknown type is a 500, too") {
  Lines lines;
  CHECK(answer([]() -> Response { throw 7; }, lines).status == 500);
  CHECK(lines.size() == 1);
}

TEST_CASE("a response that cannot be sent is a 500 and a line in the log") {
  Lines lines;
  auto const response =
      answer([] { return Response{200, "", "", {{"Location", "/\r\nX: y"}}}; }, lines);
  CHECK(response.status == 500);
  CHECK(response.headers.empty());
  CHECK(lines == Lines{"GET /a: the field Location has a line break"});
}

TEST_CASE("a refusal is the error page with the fields that belong to it") {
  Responder const responder({}, page, {});
  auto const response = responder.refuse({405, "Not so.", {{"Allow", "GET"}}}, {});
  CHECK(response.status == 405);
  CHECK(response.content_type == "application/problem+json");
  CHECK(response.body == "Not so.");
  CHECK(response.headers == NameValues{{"Allow", "GET"}});
}

TEST_CASE("an error page knows the target, and may choose another status for it") {
  auto const by_target = [](Refusal const& refusal, Request const& asked) {
    return Response{asked.target == "/a" ? 429 : refusal.status, "text/plain", refusal.detail, {}};
  };
  Responder const responder({}, by_target, {});
  CHECK(responder.refuse({503, "Busy.", {}}, request("/a")).status == 429);
  CHECK(responder.refuse({503, "Busy.", {}}, request("/b")).status == 503);
}

TEST_CASE("an error page that fails is replaced by plain text") {
  Lines lines;
  auto const broken = [](Refusal const&, Request const&) -> Response { throw 7; };
  Responder const responder({}, broken, [&](std::string const& line) { lines.push_back(line); });
  auto const response = responder.refuse({405, "Not so.", {{"Allow", "GET"}}}, {});
  CHECK(response.status == 405);
  CHECK(response.content_type == "text/plain");
  CHECK(response.body == "Not so.\n");
  CHECK(response.headers == NameValues{{"Allow", "GET"}});
  CHECK(lines == Lines{"error page 405: unknown exception"});
}

TEST_CASE("a log that fails is ignored") {
  Responder const responder([](Request const&) -> Response { throw 7; }, page,
                            [](std::string const&) { throw 7; });
  CHECK(responder.answer(request()).status == 500);
}
