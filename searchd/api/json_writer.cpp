// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/json_writer.hpp"

#include "text/unicode.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace recap::api {
namespace {

bool is_plain(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (c) {
  case '"': out += "\\\""; return;
  case '\\': out += "\\\\"; return;
  case '\n': out += "\\n"; return;
  case '\r': out += "\\r"; return;
  case '\t': out += "\\t"; return;
  default:
    out += "\\u00";
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 0xF];
  }
}

} // namespace

void JsonWriter::comma() {
  if (follows_) out_ += ',';
  follows_ = true;
}

void JsonWriter::begin(char bracket) {
  comma();
  out_ += bracket;
  follows_ = false;
}

void JsonWriter::end(char bracket) {
  out_ += bracket;
  follows_ = true;
}

void JsonWriter::key(std::string_view name) {
  comma();
  quote(name);
  out_ += ':';
  follows_ = false;
}

void JsonWriter::quote(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  out_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(text[end]))
      ++end;
    out_ += text.substr(at, end - at);
    if (end == text.size()) break;
    if (static_cast<unsigned char>(text[end]) < 0x80) {
      append_escape(out_, text[end]);
      at = end + 1;
      continue;
    }
    auto const next = text::decode(text, end);
    bool const is_valid = next.character != text::Decoded::invalid;
    out_ += is_valid ? text.substr(end, next.end - end) : replacement;
    at = next.end;
  }
  out_ += '"';
}

void JsonWriter::value(std::string_view text) {
  comma();
  quote(text);
}

void JsonWriter::value(std::vector<std::string> const& texts) {
  array([&] {
    for (auto const& text : texts)
      value(text);
  });
}

void JsonWriter::value(std::nullptr_t) {
  comma();
  out_ += "null";
}

void JsonWriter::value(bool is_true) {
  comma();
  out_ += is_true ? "true" : "false";
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return value(nullptr);
  comma();
  std::array<char, 32> digits{};
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::text_or_null(std::string_view name, std::string_view text) {
  key(name);
  if (text.empty()) {
    value(nullptr);
  } else {
    value(text);
  }
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::move(out_);
}

} // namespace recap::api
