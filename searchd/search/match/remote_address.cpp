// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/remote_address.hpp"

#include <charconv>
#include <stdexcept>
#include <string_view>

namespace recap::search {
namespace {

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  auto const* const end = text.data() + text.size();
  auto const [rest, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && rest == end && number > 0;
}

} // namespace

std::pair<unsigned, RemoteAddress> parse_remote_shard(std::string const& option) {
  auto const equals = option.find('=');
  auto const colon = option.rfind(':');
  std::pair<unsigned, RemoteAddress> shard;
  bool const has_parts =
      equals != std::string::npos && colon != std::string::npos && colon > equals + 1;
  std::string_view const text = option;
  if (!has_parts || !read_number(text.substr(0, equals), shard.first) ||
      !read_number(text.substr(colon + 1), shard.second.port)) {
    throw std::invalid_argument("--shard " + option +
                                ": takes NUMBER=HOST:PORT, as in 2=10.0.0.2:7302");
  }
  std::string& host = shard.second.host;
  host = option.substr(equals + 1, colon - equals - 1);
  if (host.size() > 2 && host.starts_with('[') && host.ends_with(']'))
    host = host.substr(1, host.size() - 2);
  return shard;
}

} // namespace recap::search
