// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/load/connection.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string_view>

// The protocol: https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html. A packet is 3
// bytes of length, little-endian, one of number, and the payload. No packet here reaches 16 MiB,
// the size from which they are split.

namespace recap::bench {
namespace {

namespace net = boost::asio;
using tcp = net::ip::tcp;

constexpr char query_command = 3;
constexpr unsigned char error_packet = 0xff;
constexpr unsigned char end_packet = 0xfe;
constexpr unsigned char null_value = 0xfb;
constexpr std::size_t longest_end_packet = 9;
constexpr unsigned more_results = 8; // of a packet's status

class Payload {
public:
  /// The bytes must outlive it.
  explicit Payload(std::string_view bytes)
      : bytes_(bytes)
      , rest_(bytes) {}

  bool is_error() const { return first() == error_packet; }
  bool is_end() const { return first() == end_packet && bytes_.size() < longest_end_packet; }
  bool is_done() const { return first() == 0; }
  bool at_end() const { return rest_.empty(); }
  /// Of an end packet: its byte, two of warnings, two of status.
  bool is_followed() const {
    return bytes_.size() > 3 && (static_cast<unsigned char>(bytes_[3]) & more_results) != 0;
  }

  std::string_view text() const { return bytes_; }

  std::string_view take(std::size_t bytes) {
    if (bytes > rest_.size()) throw std::runtime_error("a packet of SphinxQL ends too early");
    std::string_view const taken = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return taken;
  }

  /// A value of a row; nothing for NULL.
  std::string_view value() {
    unsigned char const length = static_cast<unsigned char>(take(1)[0]);
    if (length == null_value) return {};
    if (length < null_value) return take(length);
    return take(number(length == 0xfc ? 2 : length == 0xfd ? 3 : 8));
  }

private:
  unsigned char first() const {
    return bytes_.empty() ? error_packet : static_cast<unsigned char>(bytes_[0]);
  }

  std::size_t number(std::size_t bytes) {
    std::size_t value = 0;
    std::string_view const digits = take(bytes);
    for (std::size_t i = bytes; i-- > 0;)
      value = value * 256 + static_cast<unsigned char>(digits[i]);
    return value;
  }

  std::string_view bytes_;
  std::string_view rest_;
};

class SphinxqlConnection : public Connection {
public:
  explicit SphinxqlConnection(tcp::endpoint const& server) {
    socket_.connect(server);
    socket_.set_option(tcp::no_delay(true));
    receive(); // its greeting
    // Protocol 4.1, several statements and results; packets up to 16 MiB; UTF-8; no name, no
    // password.
    std::string hello("\x00\x82\x03\x00\x00\x00\x00\x01\x21", 9);
    hello.append(23 + 2, '\0');
    send(1, hello);
    Payload const welcome(receive());
    if (welcome.is_error()) throw std::runtime_error("SphinxQL: " + std::string(welcome.text()));
  }

  Reply ask(std::string const& question) override {
    send(0, query_command + question);
    Reply reply{true, {}};
    for (bool more = true; more;) {
      Payload const head(receive());
      if (head.is_error()) return {false, std::string(head.text())};
      more = !head.is_done() && read_rows(reply.body);
    }
    return reply;
  }

private:
  /// Columns, their end, rows; whether another result follows.
  bool read_rows(std::string& rows) {
    while (!Payload(receive()).is_end()) {
    }
    for (;;) {
      Payload row(receive());
      if (row.is_end()) return row.is_followed();
      if (row.is_error()) throw std::runtime_error("SphinxQL: " + std::string(row.text()));
      for (char parting = '\n'; !row.at_end(); parting = '\t')
        (rows += parting) += row.value();
    }
  }

  void send(char number, std::string const& payload) {
    std::size_t const length = payload.size();
    std::string const head{static_cast<char>(length), static_cast<char>(length >> 8),
                           static_cast<char>(length >> 16), number};
    net::write(socket_, net::buffer(head + payload));
  }

  /// The next payload; valid until the next call.
  std::string_view receive() {
    std::string const head(read(4));
    auto const byte = [&](std::size_t i) {
      return std::size_t{static_cast<unsigned char>(head[i])} << (8 * i);
    };
    return read(byte(0) + byte(1) + byte(2));
  }

  std::string_view read(std::size_t bytes) {
    while (received_.size() - taken_ < bytes) {
      received_.erase(0, taken_);
      taken_ = 0;
      std::array<char, 65536> part;
      received_.append(part.data(), socket_.read_some(net::buffer(part)));
    }
    taken_ += bytes;
    return std::string_view(received_).substr(taken_ - bytes, bytes);
  }

  net::io_context context_{1};
  tcp::socket socket_{context_};
  std::string received_;
  std::size_t taken_ = 0;
};

} // namespace

std::unique_ptr<Connection> connect_sphinxql(tcp::endpoint const& server) {
  return std::make_unique<SphinxqlConnection>(server);
}

} // namespace recap::bench
