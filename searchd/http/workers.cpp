// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/workers.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace recap::http {

namespace net = boost::asio;

/// Weight of the latest response in the average duration: a change shows after about twenty.
constexpr double latest_share = 1.0 / 16;

Workers::Workers(Responder const& responder)
    : responder_(responder) {}

Workers::~Workers() {
  join();
}

void Workers::start(std::size_t threads, Limits const& limits) {
  threads_ = threads > 0 ? threads : std::max<std::size_t>(1, std::thread::hardware_concurrency());
  most_waiting_ = limits.queued_requests;
  longest_wait_ = limits.queue_time;
  line_ = WaitingLine(threads_);
  // One more than `threads`, see WaitingLine.
  for (std::size_t i = 0; i <= threads_; ++i)
    pool_.emplace_back([this] { work(); });
}

net::awaitable<std::optional<Response>> Workers::answer(Ticket ticket, Request request) {
  auto const begin = [this, ticket](auto done, Request asked) {
    auto const home = net::get_associated_executor(done);
    // std::function must be copyable, and a handler is not.
    auto const kept = std::make_shared<decltype(done)>(std::move(done));
    auto resume = [home, kept](std::optional<Response> response) {
      net::post(home, [kept, response = std::move(response)]() mutable {
        std::move (*kept)(std::move(response));
      });
    };
    add(ticket, Job{std::move(asked), std::move(resume)});
  };
  co_return co_await net::async_initiate<net::use_awaitable_t<> const,
                                         void(std::optional<Response>)>(begin, net::use_awaitable,
                                                                        std::move(request));
}

void Workers::add(Ticket ticket, Job job) {
  std::optional<Job> refused; // this one, or another that makes room for it
  bool admitted = false;
  {
    std::lock_guard const lock(mutex_);
    if (abandoned_) {
      job.done(std::nullopt);
      return;
    }
    admitted = admit(job.request.client, refused);
    if (admitted) {
      line_.add(ticket, job.request.client);
      jobs_.emplace(ticket, std::move(job));
    } else {
      refused = std::move(job);
    }
  }
  if (refused) turn_away(*refused);
  if (admitted) changed_.notify_one();
}

/// Whether one more request of `client` may wait, possibly replacing that of another.
bool Workers::admit(std::string const& client, std::optional<Job>& displaced) {
  if (line_.running() < threads_ && line_.waiting() == 0) return true; // it does not wait
  auto const before = static_cast<double>(line_.before(client));
  if (usual_ * before / static_cast<double>(threads_) > longest_wait_) return false;
  if (line_.running() + line_.waiting() < threads_ + most_waiting_) return true;
  auto const other = line_.displace(client);
  if (other) displaced = taken_out(*other);
  return other.has_value();
}

Workers::Job Workers::taken_out(Ticket ticket) {
  auto const at = jobs_.find(ticket);
  auto job = std::move(at->second);
  jobs_.erase(at);
  return job;
}

void Workers::turn_away(Job const& job) const {
  job.done(
      responder_.overloaded("The server has too many requests waiting.", "queue", job.request));
}

std::size_t Workers::waiting() {
  std::lock_guard const lock(mutex_);
  return line_.waiting();
}

void Workers::drop(Ticket ticket) {
  std::optional<Job> dropped;
  {
    std::lock_guard const lock(mutex_);
    auto const at = jobs_.find(ticket);
    if (at == jobs_.end()) return;
    line_.remove(ticket, at->second.request.client);
    dropped = taken_out(ticket);
  }
  dropped->done(std::nullopt);
}

void Workers::abandon() {
  std::unordered_map<Ticket, Job> dropped;
  {
    std::lock_guard const lock(mutex_);
    abandoned_ = true;
    for (auto const& [ticket, job] : jobs_)
      line_.remove(ticket, job.request.client);
    dropped.swap(jobs_);
  }
  for (auto const& [ticket, job] : dropped)
    job.done(std::nullopt);
}

void Workers::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    auto const ticket = line_.take();
    if (!ticket) {
      if (ended_) return;
      changed_.wait(lock);
      continue;
    }
    auto const job = taken_out(*ticket);
    lock.unlock();
    auto const begin = Clock::now();
    job.done(responder_.answer(job.request));
    std::chrono::duration<double> const took = Clock::now() - begin;
    lock.lock();
    line_.finish(job.request.client);
    usual_ += (took - usual_) * latest_share;
  }
}

void Workers::join() {
  {
    std::lock_guard const lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  for (auto& thread : pool_)
    thread.join();
  pool_.clear();
}

} // namespace recap::http
