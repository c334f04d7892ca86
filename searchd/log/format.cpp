// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/log/format.hpp"

#include <nlohmann/json.hpp>

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace recap::log {
namespace {

using Json = nlohmann::ordered_json;
using Time = std::chrono::system_clock::time_point;

/// Longest path in a line; the rest is cut.
constexpr std::size_t longest_path = 300;

std::string path_of(std::string_view target) {
  auto const path = target.substr(0, target.find('?'));
  if (path.size() <= longest_path) return std::string(path);
  return std::string(path.substr(0, longest_path)) + "...";
}

std::tm parts_of(Time now) {
  auto const seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  return parts;
}

/// As in `2026-11-27T18:30:02.123Z`.
std::string iso_time(Time now) {
  auto const parts = parts_of(now);
  auto const since = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
                parts.tm_sec, static_cast<int>(since.count() % 1000));
  return text.data();
}

/// The time in the Common Log Format, with English months in any locale.
std::string common_time(Time now) {
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const parts = parts_of(now);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%02d/%s/%04d:%02d:%02d:%02d +0000", parts.tm_mday,
                months.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900,
                parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text.data();
}

std::string milliseconds(std::chrono::microseconds took) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", static_cast<double>(took.count()) / 1000);
  return text.data();
}

std::string dumped(Json const& line) {
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string or_dash(std::string_view text) {
  return std::string(text.empty() ? "-" : text);
}

} // namespace

std::string shortened(std::string_view address) {
  constexpr std::size_t network_bytes = 8;
  std::string const text(address);
  std::array<char, INET6_ADDRSTRLEN> written{};
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  if (::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) {
    bytes[3] = 0;
    return ::inet_ntop(AF_INET, bytes.data(), written.data(), written.size());
  }
  if (address.size() == network_bytes) {
    std::ranges::copy(address, bytes.begin());
  } else if (::inet_pton(AF_INET6, text.substr(0, text.find('/')).c_str(), bytes.data()) != 1) {
    return "-";
  }
  constexpr std::size_t kept = 6;
  std::fill(bytes.begin() + kept, bytes.end(), static_cast<unsigned char>(0));
  return ::inet_ntop(AF_INET6, bytes.data(), written.data(), written.size());
}

std::string access_line(Access const& access, Format format, Time now) {
  if (format == Format::json) {
    return dumped({{"time", iso_time(now)},
                   {"client", shortened(access.client)},
                   {"method", or_dash(access.method)},
                   {"path", path_of(access.target)},
                   {"status", access.status},
                   {"bytes", access.bytes},
                   {"ms", static_cast<double>(access.took.count()) / 1000},
                   {"id", access.id}});
  }
  return shortened(access.client) + " - - [" + common_time(now) + "] \"" + or_dash(access.method) +
         ' ' + or_dash(path_of(access.target)) + " HTTP/1.1\" " + std::to_string(access.status) +
         ' ' + std::to_string(access.bytes) + ' ' + milliseconds(access.took) + ' ' +
         std::string(access.id);
}

std::string log_line(std::string_view level, std::string_view message, Format format, Time now) {
  if (format == Format::json)
    return dumped({{"time", iso_time(now)}, {"level", level}, {"message", message}});
  std::string line = iso_time(now) + ' ' + std::string(level) + ": " + std::string(message);
  // A file name or a request may contain line breaks.
  std::ranges::replace_if(line, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return line;
}

} // namespace recap::log
