// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/utf8.hpp"

namespace recap::http {
namespace {

/// The bytes that may follow a lead byte: their number, and the range of the first.
struct Tail {
  std::size_t length;
  unsigned char least;
  unsigned char most;
};

Tail tail_after(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

bool valid_tail(std::string_view bytes, Tail tail) {
  if (tail.length == 0 || bytes.size() < tail.length) return false;
  for (std::size_t i = 0; i < tail.length; ++i) {
    auto const byte = static_cast<unsigned char>(bytes[i]);
    auto const least = i == 0 ? tail.least : 0x80;
    auto const most = i == 0 ? tail.most : 0xBF;
    if (byte < least || byte > most) return false;
  }
  return true;
}

} // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    auto const tail = tail_after(lead);
    if (!valid_tail(text.substr(at + 1), tail)) return at;
    at += 1 + tail.length;
  }
  return std::string_view::npos;
}

} // namespace recap::http
