// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recap::http {

struct Answer {
  unsigned status = 0;
  std::vector<std::pair<std::string, std::string>> fields; ///< names in lower case
  std::string body;

  [[nodiscard]] std::size_t count(std::string_view name) const {
    return static_cast<std::size_t>(std::count_if(
        fields.begin(), fields.end(), [&](auto const& field) { return field.first == name; }));
  }

  /// The first field of that name, given in lower case; empty if there is none.
  [[nodiscard]] std::string field(std::string_view name) const {
    for (auto const& [key, value] : fields)
      if (key == name) return value;
    return {};
  }
};

/// A client that sends exactly the bytes it is given, and waits for responses.
class RawClient {
public:
  /// `from`: the address of this host that the peer sees.
  explicit RawClient(std::uint16_t port, std::string const& from = "127.0.0.1") {
    socket_.open(boost::asio::ip::tcp::v4());
    socket_.bind({boost::asio::ip::make_address(from), 0});
    socket_.connect({boost::asio::ip::address_v4::loopback(), port});
  }

  void send(std::string_view bytes) { boost::asio::write(socket_, boost::asio::buffer(bytes)); }

  void close() { socket_.close(); }

  /// Resets the connection, which the peer notices immediately.
  void reset() {
    socket_.set_option(boost::asio::socket_base::linger(true, 0));
    socket_.close();
  }

  /// Whether unread bytes have arrived.
  [[nodiscard]] bool has_answer() const { return !unread_.empty() || socket_.available() > 0; }

  void end_sending() { socket_.shutdown(boost::asio::ip::tcp::socket::shutdown_send); }

  /// Reads one answer; throws if the connection ends before it is complete. `to_head`: the answer
  /// has no body, whatever its Content-Length says.
  Answer read_answer(bool to_head = false) {
    Answer answer;
    read_until([&] { return unread_.find("\r\n\r\n") != std::string::npos; });
    auto line_end = unread_.find("\r\n");
    answer.status = static_cast<unsigned>(std::stoul(unread_.substr(9, 3)));
    while (unread_.compare(line_end, 4, "\r\n\r\n") != 0) {
      auto const begin = line_end + 2;
      line_end = unread_.find("\r\n", begin);
      auto const colon = unread_.find(": ", begin);
      auto name = unread_.substr(begin, colon - begin);
      std::transform(name.begin(), name.end(), name.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      answer.fields.emplace_back(std::move(name), unread_.substr(colon + 2, line_end - colon - 2));
    }
    unread_.erase(0, line_end + 4);
    auto const length = answer.field("content-length");
    if (length.empty() || to_head) return answer;
    auto const size = std::stoul(length);
    read_until([&] { return unread_.size() >= size; });
    answer.body = unread_.substr(0, size);
    unread_.erase(0, size);
    return answer;
  }

  Answer exchange(std::string_view request) {
    send(request);
    return read_answer();
  }

  /// Waits for the peer to close, and returns what came before.
  std::string read_to_end() {
    while (read_some()) {
    }
    return std::exchange(unread_, {});
  }

  /// Waits for the connection to be closed or reset.
  void wait_for_end() {
    try {
      read_to_end();
    } catch (std::runtime_error const&) { // a reset
    }
  }

  /// Whether the peer closes without another byte.
  bool closed() { return read_to_end().empty(); }

private:
  template <class Done>
  void read_until(Done const& done) {
    while (!done())
      if (!read_some()) throw std::runtime_error("the connection ended after: " + unread_);
  }

  bool read_some() {
    std::array<char, 16 * 1024> bytes;
    boost::system::error_code error;
    unread_.append(bytes.data(), socket_.read_some(boost::asio::buffer(bytes), error));
    if (error && error != boost::asio::error::eof)
      throw std::runtime_error("the connection broke: " + error.message());
    return !error;
  }

  std::unique_ptr<boost::asio::io_context> io_ = std::make_unique<boost::asio::io_context>();
  boost::asio::ip::tcp::socket socket_{*io_};
  std::string unread_;
};

} // namespace recap::http
