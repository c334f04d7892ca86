// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recap::http {

/// Collects the head of one request (request line, fields, empty line). Rejects, as they arrive,
/// the bytes that servers interpret differently, on which request smuggling relies: bare CR or LF,
/// NUL, folded lines, white space before the method (RFC 9112, sections 2.2 and 5.2). Does not
/// interpret the lines. Skips empty lines before the head.
class HeadScanner {
public:
  /// A head of more than `max_bytes` or `max_fields` is a 431, or a 414 if its first line alone is
  /// too long.
  HeadScanner(std::size_t max_bytes, std::size_t max_fields);

  /// Consumes bytes until the head is complete or rejected; returns their number.
  std::size_t take(std::string_view bytes);

  /// Whether any byte of a request has arrived.
  [[nodiscard]] bool begun() const { return head_.find_first_not_of('\r') != std::string::npos; }
  [[nodiscard]] bool complete() const { return complete_; }
  [[nodiscard]] std::optional<Refusal> const& refusal() const { return refusal_; }

  /// The request line with its CRLF; empty until it is complete.
  [[nodiscard]] std::string_view request_line() const;
  /// The fields with the empty line, once complete.
  [[nodiscard]] std::string_view fields() const;

private:
  [[nodiscard]] std::optional<Refusal> fault(char next) const;
  void end_line();

  std::size_t max_bytes_;
  std::size_t max_fields_;
  std::string head_;
  std::size_t line_begin_ = 0;
  std::size_t fields_ = 0;
  std::size_t request_line_size_ = 0; // 0: not complete
  bool complete_ = false;
  std::optional<Refusal> refusal_;
};

} // namespace recap::http
