// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/responder.hpp"

#include "searchd/http/answer.hpp"

#include <exception>
#include <optional>
#include <utility>

namespace recap::http {
namespace {

/// Puts the result of `make` into `response`; returns an error message, if any.
template <class Make>
std::optional<std::string> attempt(Make const& make, Response& response) {
  try {
    response = make();
    return sending_fault(response);
  } catch (std::exception const& error) {
    return error.what();
  } catch (...) { // Xapian::Error has no base class
    return "unknown exception";
  }
}

/// The log contains no queries.
std::string without_query(std::string_view target) {
  return std::string(target.substr(0, target.find('?')));
}

/// The message of an exception may contain a long part of the request.
std::string shortened(std::string text) {
  constexpr std::size_t enough = 300;
  if (text.size() > enough) text.replace(enough, std::string::npos, "...");
  return text;
}

} // namespace

Responder::Responder(Handler handler, ErrorPage error_page, Log log)
    : handler_(std::move(handler))
    , error_page_(std::move(error_page))
    , log_(std::move(log)) {}

Response Responder::answer(Request const& request) const {
  Response response;
  auto const fault = attempt([&] { return handler_(request); }, response);
  if (!fault) return response;
  log(request.method + ' ' + without_query(request.target) + ": " + shortened(*fault));
  return refuse(Refusal{500, "The server failed to answer this request.", {}}, request);
}

Response Responder::refuse(Refusal refusal, Request const& request) const {
  Response response;
  auto const make = [&] { return error_page_(refusal, request); };
  if (auto const fault = attempt(make, response)) {
    log("error page " + std::to_string(refusal.status) + ": " + shortened(*fault));
    response = Response{refusal.status, "text/plain", refusal.detail + '\n', {}};
  }
  for (auto& field : refusal.headers)
    response.headers.push_back(std::move(field));
  return response;
}

Response Responder::overloaded(std::string detail, std::string_view reason,
                               Request const& request) const {
  return refuse(Refusal{503, std::move(detail), {{"Retry-After", "1"}}, reason}, request);
}

Response Responder::too_much(std::string detail, std::string_view reason, std::chrono::seconds wait,
                             Request const& request) const {
  return refuse(
      Refusal{429, std::move(detail), {{"Retry-After", std::to_string(wait.count())}}, reason},
      request);
}

void Responder::log(std::string const& line) const noexcept {
  try {
    if (log_) log_(line);
  } catch (...) { // responses continue without a log
  }
}

} // namespace recap::http
