// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/responder.hpp"

#include "searchd/http/answer.hpp"

#include <exception>
#include <optional>
#include <utility>

namespace recap::http {
namespace {

/// Puts what `make` gives into `response`; gives what is wrong with it, if
/// something is.
template <class Make>
std::optional<std::string> attempt(Make const& make, Response& response) {
  try {
    response = make();
    return sending_fault(response);
  } catch (std::exception const& error) {
    return error.what();
  } catch (...) { // Xapian::Error has no base class
    return "an exception that is no std::exception";
  }
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
  log(request.method + ' ' + request.target + ": " + *fault);
  return refuse(Refusal{500, "The server failed to answer this request.", {}}, request.target);
}

Response Responder::refuse(Refusal refusal, std::string_view target) const {
  Response response;
  auto const make = [&] { return error_page_(refusal.status, refusal.detail, target); };
  if (auto const fault = attempt(make, response)) {
    log("error page " + std::to_string(refusal.status) + ": " + *fault);
    response = Response{refusal.status, "text/plain", refusal.detail + '\n', {}};
  }
  for (auto& field : refusal.headers)
    response.headers.push_back(std::move(field));
  return response;
}

void Responder::log(std::string const& line) const noexcept {
  try {
    if (log_) log_(line);
  } catch (...) { // answering goes on without a log
  }
}

} // namespace recap::http
