// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/address.hpp"

#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

std::string joined(std::string_view base, std::string_view path) {
  while (base.ends_with('/'))
    base.remove_suffix(1);
  while (path.starts_with('/'))
    path.remove_prefix(1);
  return std::string(base).append("/").append(path);
}

/// Percent-encodes the bytes for which `stays` is false.
std::string encoded(std::string_view text, bool (*stays)(char)) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (stays(c)) {
      out += c;
    } else {
      out += {'%', digits[byte >> 4], digits[byte & 0xF]};
    }
  }
  return out;
}

} // namespace

std::string_view scheme_of(std::string_view address) {
  auto const end = std::ranges::find_if(address, [](char c) {
    return !text::is_alphanumeric(c) && c != '+' && c != '.' && c != '-';
  });
  bool const is_scheme = end != address.begin() && end != address.end() && *end == ':';
  return is_scheme ? std::string_view(address.begin(), end) : std::string_view();
}

std::optional<std::string> stated_address(std::string_view stated, std::string_view base_url) {
  std::string const scheme = text::fold(scheme_of(stated));
  if (!scheme.empty() && scheme != "http" && scheme != "https") return std::nullopt;
  bool const whole = !scheme.empty() || stated.starts_with("//") || base_url.empty();
  return whole ? std::string(stated) : joined(base_url, stated);
}

std::string percent_encoded(std::string_view path) {
  static constexpr std::string_view plain = "-._~!$&'()*+,;=:@/";
  return encoded(path, [](char c) {
    return text::is_alphanumeric(c) || plain.find(c) != std::string_view::npos;
  });
}

std::string percent_decoded(std::string_view text) {
  auto const digit = text::hexadecimal;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const coded =
        text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    out += coded ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (coded) i += 2;
  }
  return out;
}

std::string encoded_component(std::string_view text) {
  static constexpr std::string_view plain = "-_.!~*'()";
  return encoded(text, [](char c) {
    return text::is_alphanumeric(c) || plain.find(c) != std::string_view::npos;
  });
}

std::string encoded_fragment(std::string_view id) {
  static constexpr std::string_view quoting = " \"<>`";
  return encoded(id, [](char c) {
    bool const control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    return !control && quoting.find(c) == std::string_view::npos;
  });
}

} // namespace recap::indexer
