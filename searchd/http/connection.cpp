// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/connection.hpp"

#include "searchd/http/answer.hpp"
#include "searchd/http/awaiting.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

namespace recap::http {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using namespace std::chrono_literals;

/// After the last response, the peer may send for this long, and this much, before a reset may
/// destroy the response (RFC 9112, section 9.6).
constexpr std::chrono::seconds farewell_time{2};
constexpr std::size_t farewell_bytes = 16 * 1024 * 1024;

/// How long a new connection may still be silent when the server ends.
constexpr std::chrono::milliseconds first_request_grace{500};

/// Counts a request while it lives.
class InFlight {
public:
  explicit InFlight(std::atomic<std::size_t>& count)
      : count_(count) {
    ++count_;
  }
  ~InFlight() { --count_; }
  InFlight(InFlight const&) = delete;
  InFlight& operator=(InFlight const&) = delete;

private:
  std::atomic<std::size_t>& count_;
};

Response options_response(Cors const& cors, std::string const& origin) {
  Response response{204, "", "", cors.preflight_fields(origin)};
  response.headers.emplace_back("Allow", allowed_methods);
  return response;
}

} // namespace

Connection::Connection(Socket socket, Service& service)
    : socket_(std::move(socket))
    , service_(service)
    , peer_(peer_of(socket_))
    , client_(peer_ ? client_name(*peer_) : std::string())
    , hang_up_(socket_.get_executor()) {
  static_assert(sizeof buffer_ > max_chunk_line_bytes);
  error_code ignored; // without it, responses are only slower; files have none
  socket_.set_option(net::ip::tcp::no_delay(true), ignored);
}

net::awaitable<void> Connection::serve() {
  auto next = Next::request;
  while (next == Next::request && (first_request_ || !service_.draining)) {
    RequestParser parser(service_.limits);
    if (!co_await read_request(parser)) co_return;
    next = co_await answer(parser);
  }
  error_code ignored;
  if (reading_) socket_.cancel(ignored);
  co_await reading_ended();
  if (next != Next::nothing) co_await farewell();
}

net::awaitable<void> Connection::turn_away(bool of_one) {
  auto const& responder = service_.responder;
  Incoming unread;
  exchange_ = Exchange(unread, client_, service_.ids);
  auto response = of_one ? responder.too_much("This address has too many connections open.",
                                              "address_connections", 1s, unread.request)
                         : responder.overloaded("The server has too many connections open.",
                                                "connections", unread.request);
  auto const next = co_await send(unread, std::move(response));
  if (next != Next::nothing) co_await farewell();
}

/// Returns whether there is something to respond to, even an error.
net::awaitable<bool> Connection::read_request(RequestParser& parser) {
  using State = RequestParser::State;
  auto const& limits = service_.limits;
  deadline_ = Clock::now() + (first_request_ ? limits.read_timeout : limits.idle_timeout);
  idle_ = true;
  for (;;) {
    feed(parser);
    if (parser.state() == State::complete || parser.state() == State::refused) break;
    if (idle_ && parser.state() != State::idle) {
      idle_ = false;
      deadline_ = Clock::now() + limits.read_timeout;
    }
    if (idle_ && service_.draining && !first_request_) co_return false;
    if (parser.expects_continue() && !co_await allow_body()) co_return false;
    if (co_await read_some()) continue;
    if (!socket_.is_open() || parser.state() == State::idle) co_return false;
    if (overdue())
      parser.refuse(Refusal{408, "The request took too long to arrive.", {}});
    else
      parser.refuse(Refusal{400, "The request ends in the middle.", {}});
  }
  first_request_ = false;
  idle_ = false;
  co_return true;
}

net::awaitable<bool> Connection::read_some() {
  if (unfed_) co_return true;               // it arrived during another wait
  if (ended_ || overdue()) co_return false; // expire() cannot end a read that never waits
  if (!reading_) begin_reading();
  co_await reading_ended();
  co_return !read_error_;
}

void Connection::begin_reading() {
  std::copy(buffer_.begin() + begin_, buffer_.begin() + end_, buffer_.begin());
  end_ -= begin_;
  begin_ = 0;
  auto const room = net::buffer(buffer_.data() + end_, buffer_.size() - end_);
  reading_ = true;
  socket_.async_read_some(
      room, [this, alive = std::weak_ptr(alive_)](error_code error, std::size_t count) {
        if (!alive.expired()) finish_reading(error, count);
      });
}

void Connection::finish_reading(error_code error, std::size_t count) {
  reading_ = false;
  read_error_ = error;
  ended_ = ended_ || (error && error != net::error::operation_aborted);
  end_ += count;
  unfed_ = unfed_ || count > 0;
  if (on_read_) {
    std::exchange(on_read_, nullptr)();
  } else if (ticket_) { // otherwise a request is running; these bytes are for the next
    watch();
  }
}

/// Keeps reading while a request runs. A peer that sends without waiting for responses may fill the
/// buffer; then its end is not noticed until there is room again.
void Connection::watch() {
  auto const& grace = service_.limits.hang_up_grace;
  if (ended_) return hang_up(read_error_ == net::error::eof ? grace : grace.zero());
  if (!reading_ && end_ - begin_ < buffer_.size()) begin_reading();
}

/// Stops the running request, after `grace`.
void Connection::hang_up(std::chrono::milliseconds grace) {
  hang_up_.expires_after(grace);
  hang_up_.async_wait([&workers = service_.workers, ticket = *ticket_,
                       stop = stop_](error_code const& cancelled) mutable {
    if (cancelled) return;
    stop.request_stop();
    workers.drop(ticket);
  });
}

net::awaitable<void> Connection::reading_ended() {
  if (!reading_) co_return;
  auto const wait = [this](auto done) {
    // std::function must be copyable, and a handler is not.
    auto const kept = std::make_shared<decltype(done)>(std::move(done));
    on_read_ = [kept] { std::move (*kept)(); };
  };
  co_await net::async_initiate<net::use_awaitable_t<> const, void()>(wait, net::use_awaitable);
}

void Connection::feed(RequestParser& parser) {
  unfed_ = false;
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
  auto& incoming = parser.incoming();
  exchange_ = Exchange(incoming, client_of(incoming), service_.ids);
  InFlight const counted(service_.in_flight);
  auto response = co_await respond(parser);
  if (!response) co_return Next::nothing;
  co_return co_await send(incoming, std::move(*response));
}

/// nullopt if nobody waits for the response.
net::awaitable<std::optional<Response>> Connection::respond(RequestParser& parser) {
  auto& incoming = parser.incoming();
  auto& request = incoming.request;
  auto const& responder = service_.responder;
  if (parser.state() == RequestParser::State::refused)
    co_return responder.refuse(parser.refusal(), request);
  if (incoming.is_options) co_return options_response(service_.cors, incoming.origin);
  if (service_.is_quick && service_.is_quick(request)) co_return responder.answer(request);
  if (auto const wait = service_.rate.refusal(exchange_.client(), Clock::now()))
    co_return responder.too_much("This address sends too many requests.", "rate", *wait, request);
  request.client = exchange_.client();
  if (service_.known_response) {
    if (auto known = service_.known_response(request)) co_return known;
  }
  co_return co_await work_on(std::move(request));
}

bool Connection::is_trusted() const {
  return peer_ && service_.trusted.contain(*peer_);
}

/// The client: the peer, or the one for whom it connects.
std::string Connection::client_of(Incoming const& incoming) const {
  if (!is_trusted()) return client_;
  return client_name(client_address(*peer_, incoming.forwarded, service_.trusted));
}

net::awaitable<std::optional<Response>> Connection::work_on(Request request) {
  auto const ticket = service_.workers.ticket();
  ticket_ = ticket;
  stop_ = std::stop_source();
  request.stop = stop_.get_token();
  watch();
  auto response = co_await service_.workers.answer(ticket, std::move(request));
  ticket_.reset();
  hang_up_.cancel();
  co_return response;
}

net::awaitable<Connection::Next> Connection::send(Incoming const& incoming, Response response) {
  auto const keep = incoming.keep_alive && !service_.draining;
  auto const persistence = !keep                  ? Persistence::close
                           : incoming.is_http_1_0 ? Persistence::keep_announced
                                                  : Persistence::keep;
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  auto more_fields = service_.cors.fields(incoming.origin);
  more_fields.emplace_back("X-Request-Id", exchange_.id());
  auto const head = render_head(response, more_fields, persistence, now);
  auto const with_body = carries_body(response.status) && !incoming.is_head;
  std::array<net::const_buffer, 2> const parts{
      net::buffer(head), with_body ? net::buffer(response.body) : net::const_buffer{}};
  deadline_ = Clock::now() + service_.limits.write_timeout;
  auto const [error, count] = co_await net::async_write(socket_, parts, as_values);
  exchange_.tell(service_.on_answered, response.status, count - std::min(count, head.size()));
  if (error) co_return Next::nothing;
  co_return keep ? Next::request : Next::farewell;
}

/// Closes so that the peer can read the whole response: closing with unread bytes would reset the
/// connection.
net::awaitable<void> Connection::farewell() {
  error_code gone;
  socket_.shutdown(Socket::shutdown_send, gone);
  deadline_ = Clock::now() + farewell_time;
  std::size_t dropped = 0;
  while (!gone && !ended_ && dropped < farewell_bytes) {
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
  // A new peer is about to send a request, and cannot know that the server is ending.
  if (first_request_) {
    deadline_ = std::min(deadline_, Clock::now() + first_request_grace);
    return;
  }
  if (idle_ && socket_.available(ignored) == 0) socket_.cancel(ignored);
}

void Connection::abort() {
  error_code ignored;
  stop_.request_stop();
  socket_.close(ignored);
}

} // namespace recap::http
