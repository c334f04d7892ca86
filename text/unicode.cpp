// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/unicode.hpp"

#include "text/segmenter.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace recap::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::string normalised(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) {
    folding->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr,
                           status);
  }
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot fold text");
  return out;
}

} // namespace

Decoded decode(std::string_view text, std::size_t offset) {
  auto const first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return {.character = first, .end = offset + 1};
  std::string_view const rest = text.substr(offset, U8_MAX_LENGTH);
  std::int32_t next = 0;
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // ICU's macro narrows on purpose
  U8_NEXT(rest.data(), next, static_cast<std::int32_t>(rest.size()), c);
#pragma GCC diagnostic pop
  std::size_t const end = offset + static_cast<std::size_t>(next);
  return {.character = c < 0 ? Decoded::invalid : static_cast<char32_t>(c), .end = end};
}

void append(std::string& text, char32_t character) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(character));
  text.append(bytes, static_cast<std::size_t>(length));
}

std::optional<std::size_t> invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    Decoded const next = decode(text, at);
    if (next.character == Decoded::invalid) return at;
    at = next.end;
  }
  return std::nullopt;
}

std::string fold(std::string_view text) {
  std::string const folded = normalised(text);
  std::string out;
  out.reserve(folded.size());
  bool space = false;
  for (std::size_t at = 0; at < folded.size();) {
    Decoded const next = decode(folded, at);
    auto const c = static_cast<UChar32>(next.character);
    if (u_isUWhiteSpace(c) || u_iscntrl(c)) {
      space = !out.empty();
    } else {
      if (space) out += ' ';
      space = false;
      append(out, next.character == Decoded::invalid ? replacement : next.character);
    }
    at = next.end;
  }
  return out;
}

std::size_t floor_to_character(std::string_view text, std::size_t bytes) {
  if (bytes >= text.size()) return text.size();
  while (bytes > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[bytes])))
    --bytes;
  return bytes;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

double hangul_share(std::string_view text) {
  std::size_t hangul = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    Decoded const next = decode(text, at);
    at = next.end;
    switch (classify(next.character)) {
    case CharacterClass::hangul: ++hangul; [[fallthrough]];
    case CharacterClass::letter:
    case CharacterClass::cjk: ++letters; break;
    default: break;
    }
  }
  return letters == 0 ? 0.0 : static_cast<double>(hangul) / static_cast<double>(letters);
}

} // namespace recap::text
