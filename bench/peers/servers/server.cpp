// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/peers/servers/server.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <charconv>
#include <exception>
#include <iostream>
#include <list>
#include <stdexcept>
#include <thread>

namespace recap::bench {
namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;

http::response<http::string_body> answer_to(http::request<http::empty_body> const& request,
                                            Handler const& handle) {
  http::response<http::string_body> answer(http::status::ok, request.version());
  answer.set(http::field::content_type, "application/json");
  answer.keep_alive(request.keep_alive());
  auto const target = request.target();
  try {
    answer.body() = handle({target.data(), target.size()});
  } catch (std::exception const& error) {
    answer.result(http::status::internal_server_error);
    answer.body() = error.what();
  }
  answer.prepare_payload();
  return answer;
}

net::awaitable<void> converse(tcp::socket socket, Handler const& handle) {
  boost::beast::flat_buffer buffer;
  for (bool open = true; open;) {
    http::request<http::empty_body> request;
    co_await http::async_read(socket, buffer, request, net::use_awaitable);
    auto const answer = answer_to(request, handle);
    open = answer.keep_alive();
    co_await http::async_write(socket, answer, net::use_awaitable);
  }
}

/// One thread's connections and the handler that answers them.
struct Lane {
  explicit Lane(Handler its)
      : handle(std::move(its)) {}

  Handler handle;
  net::io_context context{1};
  net::executor_work_guard<net::io_context::executor_type> work = net::make_work_guard(context);
};

net::awaitable<void> listen(tcp::acceptor acceptor, std::list<Lane>& lanes) {
  for (auto lane = lanes.begin();; ++lane) {
    if (lane == lanes.end()) lane = lanes.begin();
    tcp::socket socket = co_await acceptor.async_accept(lane->context, net::use_awaitable);
    socket.set_option(tcp::no_delay(true));
    net::co_spawn(lane->context, converse(std::move(socket), lane->handle), net::detached);
  }
}

/// Of two hexadecimal digits.
char byte_of(std::string_view digits) {
  unsigned value = 0;
  auto const [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + digits.size())
    throw std::invalid_argument("a percent sign is not followed by two hexadecimal digits");
  return static_cast<char>(value);
}

std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      plain += byte_of(text.substr(i + 1, 2));
      i += 2;
    } else {
      plain += text[i] == '+' ? ' ' : text[i];
    }
  }
  return plain;
}

} // namespace

void serve(std::vector<Handler> handlers) {
  std::list<Lane> lanes;
  for (Handler& handle : handlers)
    lanes.emplace_back(std::move(handle));
  net::io_context& first = lanes.front().context;
  tcp::acceptor acceptor(first, {net::ip::address_v4::loopback(), 0});
  std::cout << "listening on http://127.0.0.1:" << acceptor.local_endpoint().port() << std::endl;
  net::signal_set signals(first, SIGINT, SIGTERM);
  signals.async_wait([&](auto const&, int) {
    for (Lane& lane : lanes)
      lane.context.stop();
  });
  net::co_spawn(first, listen(std::move(acceptor), lanes), net::detached);
  std::vector<std::jthread> threads;
  for (Lane& lane : lanes)
    threads.emplace_back([&lane] { lane.context.run(); });
}

std::string_view query_of(std::string_view target) {
  std::size_t const mark = target.find('?');
  return mark == target.npos ? std::string_view() : target.substr(mark + 1);
}

std::string parameter(std::string_view target, std::string_view name) {
  std::string_view query = query_of(target);
  while (!query.empty()) {
    std::size_t const end = query.find('&');
    std::string_view const pair = query.substr(0, end);
    query.remove_prefix(end == query.npos ? query.size() : end + 1);
    std::size_t const equals = pair.find('=');
    if (equals != pair.npos && pair.substr(0, equals) == name)
      return decoded(pair.substr(equals + 1));
  }
  return {};
}

std::size_t threads_argument(std::vector<std::string_view> const& arguments, std::size_t place) {
  std::size_t threads = 0;
  std::string_view const text = place < arguments.size() ? arguments[place] : std::string_view();
  std::from_chars(text.data(), text.data() + text.size(), threads);
  if (threads < 1 || threads > 64)
    throw std::invalid_argument("the number of threads is from 1 to 64");
  return threads;
}

} // namespace recap::bench
