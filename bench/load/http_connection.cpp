// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/load/connection.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace recap::bench {
namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using tcp = net::ip::tcp;

constexpr std::uint64_t body_limit = 1 << 30;

class HttpConnection : public Connection {
public:
  explicit HttpConnection(tcp::endpoint const& server)
      : server_(server) {
    connect();
  }

  Reply ask(std::string const& question) override {
    if (!open_) connect();
    std::string const request = "GET " + question + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    net::write(socket_, net::buffer(request));
    http::response_parser<http::string_body> parser;
    parser.body_limit(body_limit);
    http::read(socket_, buffer_, parser);
    open_ = parser.get().keep_alive();
    return {parser.get().result() == http::status::ok, std::move(parser.get().body())};
  }

private:
  void connect() {
    socket_ = tcp::socket(context_);
    buffer_.clear();
    socket_.connect(server_);
    socket_.set_option(tcp::no_delay(true));
    open_ = true;
  }

  tcp::endpoint server_;
  net::io_context context_{1};
  tcp::socket socket_{context_};
  boost::beast::flat_buffer buffer_;
  bool open_ = false;
};

} // namespace

std::unique_ptr<Connection> connect_http(tcp::endpoint const& server) {
  return std::make_unique<HttpConnection>(server);
}

} // namespace recap::bench
