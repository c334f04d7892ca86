// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace recap::log {

/// Format of log lines: text for people, or one JSON object per line.
enum class Format : std::uint8_t { text, json };

/// A request as the access log records it. The line names neither the query nor the person: it ends
/// at the path, and addresses are shortened.
struct Access {
  std::string_view client = {}; ///< an IP address, or empty; shortened() in the line
  std::string_view method = {}; ///< empty if it could not be read
  std::string_view target = {}; ///< as sent; the line has the part before the query
  unsigned status = 0;
  std::uint64_t bytes = 0; ///< of the body
  std::chrono::microseconds took{0};
  std::string_view id = {}; ///< of the request
};

/// As text, the Common Log Format followed by milliseconds and the id:
/// `192.0.2.0 - - [27/Nov/2026:18:30:02 +0000] "GET /v1/search HTTP" 200 1234 3.412 id`.
[[nodiscard]] std::string access_line(Access const& access, Format format,
                                      std::chrono::system_clock::time_point now);

/// A line of the main log.
[[nodiscard]] std::string log_line(std::string_view level, std::string_view message, Format format,
                                   std::chrono::system_clock::time_point now);

/// The network of an address: the first 24 bits of IPv4, the first 48 of IPv6. An IPv6 address may
/// also be given as its first 8 bytes, which is how the server stores it. `-` for anything else.
[[nodiscard]] std::string shortened(std::string_view address);

} // namespace recap::log
