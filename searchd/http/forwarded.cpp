// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/forwarded.hpp"

#include "text/ascii.hpp"

#include <optional>
#include <ranges>
#include <string_view>
#include <vector>

namespace recap::http {
namespace {

using text::trimmed;

using Hop = std::optional<Address>; ///< nullopt: it cannot be parsed

/// The parts between separators outside quotes. A single empty part if quotes are unclosed:
/// otherwise an unclosed quote from a client would hide what its proxy appended.
std::vector<std::string_view> split(std::string_view list, char separator) {
  std::vector<std::string_view> pieces;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == '"') quoted = !quoted;
    if (quoted && list[i] == '\\') ++i;
    if (quoted || i >= list.size() || list[i] != separator) continue;
    pieces.push_back(trimmed(list.substr(begin, i - begin)));
    begin = i + 1;
  }
  if (quoted) return {std::string_view()};
  pieces.push_back(trimmed(list.substr(begin)));
  return pieces;
}

/// An address with an optional port: `192.0.2.1:80`, `[2001:db8::1]:80`, `2001:db8::1`.
Hop read_hop(std::string_view written) {
  if (written.starts_with('[')) {
    auto const end = written.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    written = written.substr(1, end - 1);
  } else if (auto const colon = written.find(':'); colon == written.rfind(':')) {
    written = written.substr(0, colon);
  }
  boost::system::error_code error;
  auto const address = boost::asio::ip::make_address(std::string(written), error);
  return error ? Hop() : Hop(plain(address));
}

/// The `for` of one element, possibly quoted; a quoted address contains no backslashes.
Hop read_element(std::string_view element) {
  for (auto const pair : split(element, ';')) {
    auto const equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    if (!text::equal_letters(trimmed(pair.substr(0, equals)), "for")) continue;
    auto value = trimmed(pair.substr(equals + 1));
    if (value.size() > 1 && value.front() == '"' && value.back() == '"')
      value = value.substr(1, value.size() - 2);
    return read_hop(value);
  }
  return std::nullopt;
}

/// From right to left, up to the first untrusted address.
template <typename Read>
Hop origin(Address const& peer, std::string_view list, Networks const& trusted, Read const& read) {
  if (list.empty()) return std::nullopt;
  auto found = peer;
  for (auto const one : split(list, ',') | std::views::reverse) {
    if (!trusted.contain(found)) break;
    auto const before = read(one);
    if (!before) break;
    found = *before;
  }
  return found;
}

} // namespace

Address client_address(Address const& peer, ForwardedFields const& fields,
                       Networks const& trusted) {
  auto const known = plain(peer);
  auto const standard = origin(known, fields.forwarded, trusted, read_element);
  auto const common = origin(known, fields.x_forwarded_for, trusted, read_hop);
  if (standard && common && *standard != *common) return known;
  return standard ? *standard : common.value_or(known);
}

} // namespace recap::http
