// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/workers.hpp"

#include "searchd/http/answer.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <thread>
#include <utility>

namespace recap::http {
namespace {

namespace net = boost::asio;

/// Calls what others wrote, and throws also where what it gives cannot be sent.
template <class Make>
Response sendable(Make const& make) {
  Response response = make();
  if (auto const fault = sending_fault(response)) throw std::runtime_error(*fault);
  return response;
}

/// Calls `make`; gives what went wrong, or nothing.
template <class Make>
std::optional<std::string> attempt(Make const& make, Response& response) {
  try {
    response = sendable(make);
    return std::nullopt;
  } catch (std::exception const& error) {
    return error.what();
  } catch (...) { // Xapian::Error has no base class
    return "an exception that is no std::exception";
  }
}

} // namespace

Workers::Workers(Handler handler, ErrorPage error_page, Log log)
    : handler_(std::move(handler))
    , error_page_(std::move(error_page))
    , log_(std::move(log)) {}

void Workers::start(std::size_t threads, std::size_t queued) {
  if (threads == 0) threads = std::max<std::size_t>(1, std::thread::hardware_concurrency());
  capacity_ = threads + queued;
  pool_.emplace(threads);
}

net::awaitable<Response> Workers::answer(Request request) {
  ++in_flight_;
  auto const on_worker = [this](auto done, Request taken) {
    auto const home = net::get_associated_executor(done);
    net::post(*pool_, [this, home, done = std::move(done), taken = std::move(taken)]() mutable {
      auto response = abandoned_ ? Response{} : run(taken);
      net::post(home, [done = std::move(done), response = std::move(response)]() mutable {
        std::move(done)(std::move(response));
      });
    });
  };
  auto response = co_await net::async_initiate<net::use_awaitable_t<> const, void(Response)>(
      on_worker, net::use_awaitable, std::move(request));
  --in_flight_;
  co_return response;
}

Response Workers::run(Request const& request) const {
  Response response;
  auto const fault = attempt([&] { return handler_(request); }, response);
  if (!fault) return response;
  log(request.method + ' ' + request.target + ": " + *fault);
  return refuse(Refusal{500, "The server failed to answer this request.", {}});
}

Response Workers::refuse(Refusal refusal) const {
  Response response;
  auto const make = [&] { return error_page_(refusal.status, refusal.detail); };
  if (auto const fault = attempt(make, response)) {
    log("error page " + std::to_string(refusal.status) + ": " + *fault);
    response = Response{refusal.status, "text/plain", refusal.detail + '\n', {}};
  }
  for (auto& field : refusal.headers) response.headers.push_back(std::move(field));
  return response;
}

void Workers::log(std::string const& line) const {
  if (log_) log_(line);
}

void Workers::join() {
  if (pool_) pool_->join();
}

} // namespace recap::http
