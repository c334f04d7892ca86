// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/workers.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <thread>
#include <utility>

namespace recap::http {

namespace net = boost::asio;

Workers::Workers(Responder const& responder)
    : responder_(responder) {}

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
      auto response = abandoned_ ? Response{} : responder_.answer(taken);
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

void Workers::join() {
  if (pool_) pool_->join();
}

} // namespace recap::http
