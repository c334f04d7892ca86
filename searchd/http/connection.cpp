// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/connection.hpp"

#include "searchd/http/answer.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace recap::http {
namespace {

namespace net = boost::asio;
using boost::system::error_code;

constexpr auto as_values = net::as_tuple(net::use_awaitable);

/// After the last answer the peer may go on sending for this long, and this
/// much, before a reset may cost it the answer (RFC 9112, section 9.6).
constexpr std::chrono::seconds farewell_time{2};
constexpr std::size_t farewell_bytes = 16 * 1024 * 1024;

Response overloaded(Responder const& responder, std::string detail, std::string_view target) {
  return responder.refuse(Refusal{503, std::move(detail), {{"Retry-After", "1"}}}, target);
}

Response options_response(Cors const& cors, std::string const& origin) {
  Response response{204, "", "", cors.preflight_fields(origin)};
  response.headers.emplace_back("Allow", allowed_methods);
  return response;
}

} // namespace

Connection::Connection(net::ip::tcp::socket socket, Service& service)
    : socket_(std::move(socket))
    , service_(service) {
  static_assert(sizeof buffer_ > max_chunk_line_bytes);
  error_code ignored; // without it answers are only slower
  socket_.set_option(net::ip::tcp::no_delay(true), ignored);
}

net::awaitable<void> Connection::serve() {
  auto next = Next::request;
  while (next == Next::request && !service_.draining) {
    RequestParser parser(service_.limits);
    if (!co_await read_request(parser)) co_return;
    next = co_await answer(parser);
  }
  if (next != Next::nothing) co_await farewell();
}

net::awaitable<void> Connection::turn_away() {
  auto response = overloaded(service_.responder, "The server has too many connections open.", {});
  Incoming const unread;
  auto const next = co_await send(unread, std::move(response));
  if (next != Next::nothing) co_await farewell();
}

/// Gives whether there is something to answer, be it a refusal.
net::awaitable<bool> Connection::read_request(RequestParser& parser) {
  using State = RequestParser::State;
  auto const& limits = service_.limits;
  deadline_ = Clock::now() + (first_request_ ? limits.read_timeout : limits.idle_timeout);
  first_request_ = false;
  idle_ = true;
  for (;;) {
    feed(parser);
    if (parser.state() == State::complete || parser.state() == State::refused) break;
    if (idle_ && parser.state() != State::idle) {
      idle_ = false;
      deadline_ = Clock::now() + limits.read_timeout;
    }
    if (idle_ && service_.draining) co_return false;
    if (parser.expects_continue() && !co_await allow_body()) co_return false;
    if (co_await read_some()) continue;
    if (!socket_.is_open() || parser.state() == State::idle) co_return false;
    if (overdue())
      parser.refuse(Refusal{408, "The request took too long to arrive.", {}});
    else
      parser.refuse(Refusal{400, "The request ends in the middle.", {}});
  }
  idle_ = false;
  co_return true;
}

net::awaitable<bool> Connection::read_some() {
  if (overdue()) co_return false; // expire() cannot end a read that never waits
  std::copy(buffer_.begin() + begin_, buffer_.begin() + end_, buffer_.begin());
  end_ -= begin_;
  begin_ = 0;
  auto const room = net::buffer(buffer_.data() + end_, buffer_.size() - end_);
  auto const [error, count] = co_await socket_.async_read_some(room, as_values);
  end_ += count;
  co_return !error;
}

void Connection::feed(RequestParser& parser) {
  begin_ += parser.feed(std::string_view(buffer_.data() + begin_, end_ - begin_));
}

net::awaitable<bool> Connection::allow_body() {
  static constexpr std::string_view words = "HTTP/1.1 100 Continue\r\n\r\n";
  auto const [error, count] =
      co_await net::async_write(socket_, net::buffer(words.data(), words.size()), as_values);
  co_return !error && count == words.size();
}

net::awaitable<Connection::Next> Connection::answer(RequestParser& parser) {
  deadline_ = Clock::time_point::max();
  auto response = co_await respond(parser);
  co_return co_await send(parser.incoming(), std::move(response));
}

net::awaitable<Response> Connection::respond(RequestParser& parser) {
  auto& incoming = parser.incoming();
  auto const& responder = service_.responder;
  if (parser.state() == RequestParser::State::refused)
    co_return responder.refuse(parser.refusal(), incoming.request.target);
  if (incoming.is_options) co_return options_response(service_.cors, incoming.origin);
  if (!service_.workers.has_room())
    co_return overloaded(responder, "The server has too many requests waiting.",
                         incoming.request.target);
  auto request = std::move(incoming.request);
  co_return co_await service_.workers.answer(std::move(request));
}

net::awaitable<Connection::Next> Connection::send(Incoming const& incoming, Response response) {
  auto const keep = incoming.keep_alive && !service_.draining;
  auto const persistence = !keep                  ? Persistence::close
                           : incoming.is_http_1_0 ? Persistence::keep_announced
                                                  : Persistence::keep;
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  auto const head = render_head(response, service_.cors.fields(incoming.origin), persistence, now);
  auto const with_body = carries_body(response.status) && !incoming.is_head;
  std::array<net::const_buffer, 2> const parts{
      net::buffer(head), with_body ? net::buffer(response.body) : net::const_buffer{}};
  deadline_ = Clock::now() + service_.limits.write_timeout;
  auto const [error, count] = co_await net::async_write(socket_, parts, as_values);
  if (error) co_return Next::nothing;
  co_return keep ? Next::request : Next::farewell;
}

/// Closes in such a way that the peer can read the answer to the end: closing
/// with bytes of the peer unread would reset the connection.
net::awaitable<void> Connection::farewell() {
  error_code gone;
  socket_.shutdown(net::ip::tcp::socket::shutdown_send, gone);
  deadline_ = Clock::now() + farewell_time;
  std::size_t dropped = 0;
  while (!gone && dropped < farewell_bytes) {
    auto const [error, count] = co_await socket_.async_read_some(net::buffer(buffer_), as_values);
    dropped += count;
    gone = error;
  }
}

bool Connection::overdue() const {
  return Clock::now() >= deadline_;
}

void Connection::expire(Clock::time_point now) {
  error_code ignored;
  if (now >= deadline_) socket_.cancel(ignored);
}

void Connection::close_if_idle() {
  error_code ignored;
  if (idle_ && socket_.available(ignored) == 0) socket_.cancel(ignored);
}

void Connection::abort() {
  error_code ignored;
  socket_.close(ignored);
}

} // namespace recap::http
