// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/target.hpp"

#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <boost/version.hpp>
#if BOOST_VERSION < 108200
// The source of Boost.URL, in this file only, so that no library must be linked. Newer versions
// need the library.
#include <boost/url/src.hpp>
#else
#include <boost/url.hpp>
#endif

#include <algorithm>
#include <optional>
#include <utility>

namespace recap::http {
namespace {

namespace urls = boost::urls;

constexpr auto path_chars = urls::pchars + '/';
constexpr auto name_chars = urls::unreserved_chars + urls::sub_delim_chars;
constexpr auto query_chars = path_chars + urls::grammar::lut_chars("?[\\]^`{|}");

std::string at_byte(std::size_t position) {
  return "at byte " + std::to_string(position + 1);
}

/// The error in the bytes from `begin` on, which must be `allowed` characters or percent-encoded
/// ones.
template <class Chars>
std::optional<std::string> spelling_fault(std::string_view target, std::size_t begin,
                                          std::size_t end, Chars const& allowed) {
  for (auto at = begin; at < end; ++at) {
    if (target[at] == '%') {
      auto const digits = target.substr(at + 1, std::min<std::size_t>(2, end - at - 1));
      if (digits.size() < 2 ||
          !std::all_of(digits.begin(), digits.end(), urls::grammar::hexdig_chars))
        return "The request target has a percent sign without two hexadecimal digits " +
               at_byte(at) + ".";
      at += 2;
    } else if (!allowed(static_cast<unsigned char>(target[at]))) {
      return "The request target has a character that must be percent-encoded " + at_byte(at) + ".";
    }
  }
  return std::nullopt;
}

std::string decoded(std::string_view piece, bool plus_is_space) {
  urls::encoding_opts options;
  options.space_as_plus = plus_is_space;
  return urls::make_pct_string_view(piece).value().decode(options);
}

/// The error in the decoded text of the part that begins at `position`.
std::optional<std::string> text_fault(std::string const& text, std::size_t position) {
  if (text::invalid_utf8(text))
    return "The part of the request target that begins " + at_byte(position) + " is not UTF-8.";
  if (text.find('\0') != std::string::npos)
    return "The part of the request target that begins " + at_byte(position) + " contains a NUL.";
  return std::nullopt;
}

/// The part of an absolute URL (RFC 9112, section 3.2.2) after scheme and host; anything else
/// unchanged.
std::string_view without_origin(std::string_view target) {
  for (std::string_view const scheme : {"http://", "https://"}) {
    // Boost.URL 1.81's ci_is_equal reads a byte past the end of both.
    if (!text::equal_letters(target.substr(0, scheme.size()), scheme)) continue;
    auto const end = std::min(target.find_first_of("/?", scheme.size()), target.size());
    auto const host = target.substr(scheme.size(), end - scheme.size());
    if (host.empty() || host.starts_with(':') || !valid_host(host)) return target;
    if (end == target.size()) return "/";
    return target[end] == '/' ? target.substr(end) : target;
  }
  return target;
}

/// Decodes the query that begins at `begin` into `parameters`.
std::optional<std::string> read_query(std::string_view target, std::size_t begin,
                                      NameValues& parameters) {
  while (begin < target.size()) {
    auto const end = std::min(target.find('&', begin), target.size());
    auto const piece = target.substr(begin, end - begin);
    if (!piece.empty()) {
      auto const equals = std::min(piece.find('='), piece.size());
      auto name = decoded(piece.substr(0, equals), true);
      auto value = decoded(piece.substr(std::min(equals + 1, piece.size())), true);
      if (auto fault = text_fault(name, begin)) return fault;
      if (auto fault = text_fault(value, begin + equals + 1)) return fault;
      parameters.emplace_back(std::move(name), std::move(value));
    }
    begin = end + 1;
  }
  return std::nullopt;
}

} // namespace

std::variant<Target, Refusal> parse_target(std::string_view target) {
  target = without_origin(target);
  if (!target.starts_with('/'))
    return Refusal{
        400, "The request target must begin with a slash, or with http:// and a host.", {}};
  auto const path_end = std::min(target.find('?'), target.size());
  auto const query_begin = std::min(path_end + 1, target.size());
  if (auto fault = spelling_fault(target, 0, path_end, path_chars)) return Refusal{400, *fault, {}};
  if (auto fault = spelling_fault(target, query_begin, target.size(), query_chars))
    return Refusal{400, *fault, {}};

  Target read;
  read.path = decoded(target.substr(0, path_end), false);
  if (auto fault = text_fault(read.path, 0)) return Refusal{400, *fault, {}};
  if (auto fault = read_query(target, query_begin, read.parameters))
    return Refusal{400, *fault, {}};
  return read;
}

bool valid_host(std::string_view host) {
  if (host.starts_with('[')) return urls::parse_authority(host).has_value();
  // Boost.URL accepts fewer characters in a name than RFC 3986, section 3.2.2.
  auto const colon = std::min(host.find(':'), host.size());
  auto const port = host.substr(std::min(colon + 1, host.size()));
  return !spelling_fault(host, 0, colon, name_chars) &&
         std::all_of(port.begin(), port.end(), urls::grammar::digit_chars);
}

} // namespace recap::http
