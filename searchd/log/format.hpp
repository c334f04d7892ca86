// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace recap::log {

/// Of a log's lines: text for people, or one object of JSON each.
enum class Format : std::uint8_t { text, json };

/// A request that was answered, as the access log has it. What was searched for and who asked is
/// not in it: queries stand behind the path, and addresses are shortened.
struct Access {
  std::string_view client = {}; ///< an IP address, or empty; the line has a shortened() one
  std::string_view method = {}; ///< empty where it could not be read
  std::string_view target = {}; ///< as sent; the line has what is before the query
  unsigned status = 0;
  std::uint64_t bytes = 0; ///< of the body
  std::chrono::microseconds took{0};
  std::string_view id = {}; ///< of the request
};

/// In text the Common Log Format with milliseconds and the id behind it:
/// `192.0.2.0 - - [27/Nov/2026:18:30:02 +0000] "GET /v1/search HTTP" 200 1234 3.412 id`.
[[nodiscard]] std::string access_line(Access const& access, Format format,
                                      std::chrono::system_clock::time_point now);

/// A line of the main log.
[[nodiscard]] std::string log_line(std::string_view level, std::string_view message, Format format,
                                   std::chrono::system_clock::time_point now);

/// An address without what tells one person: of IPv4 the first 24 bits, of IPv6 the first 48. Of
/// the latter also the first 8 bytes are taken, by which the server knows it. `-` for what is none.
[[nodiscard]] std::string shortened(std::string_view address);

} // namespace recap::log
