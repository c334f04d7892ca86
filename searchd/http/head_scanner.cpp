// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/head_scanner.hpp"

namespace recap::http {

HeadScanner::HeadScanner(std::size_t max_bytes, std::size_t max_fields)
    : max_bytes_(max_bytes)
    , max_fields_(max_fields) {}

std::size_t HeadScanner::take(std::string_view bytes) {
  std::size_t taken = 0;
  while (taken < bytes.size() && !complete_ && !refusal_) {
    auto const next = bytes[taken];
    refusal_ = fault(next);
    if (refusal_) break;
    head_ += next;
    ++taken;
    if (next == '\n') end_line();
  }
  return taken;
}

std::optional<Refusal> HeadScanner::fault(char next) const {
  auto const after_cr = head_.ends_with('\r');
  auto const at_line_begin = head_.size() == line_begin_;
  auto const in_request_line = request_line_size_ == 0;
  if (after_cr && next != '\n')
    return Refusal{
        400, "A carriage return in the head of the request has no line feed after it.", {}};
  if (!after_cr && next == '\n')
    return Refusal{400, "A line of the request's head ends without a carriage return.", {}};
  if (next == '\0') return Refusal{400, "The head of the request contains a NUL.", {}};
  if (at_line_begin && (next == ' ' || next == '\t'))
    return Refusal{400,
                   in_request_line ? "The request begins with white space."
                                   : "A field of the request is folded over more than one line.",
                   {}};
  if (head_.size() < max_bytes_) return std::nullopt;
  auto const limit = std::to_string(max_bytes_) + " bytes.";
  if (in_request_line) return Refusal{414, "The request line is longer than " + limit, {}};
  return Refusal{431, "The head of the request is longer than " + limit, {}};
}

void HeadScanner::end_line() {
  auto const empty = head_.size() == line_begin_ + 2;
  if (empty && request_line_size_ == 0) {
    head_.clear(); // RFC 9112, section 2.2: some clients send an extra one after a body
    return;
  }
  if (request_line_size_ == 0)
    request_line_size_ = head_.size();
  else if (empty)
    complete_ = true;
  else if (++fields_ > max_fields_)
    refusal_ =
        Refusal{431, "The request has more than " + std::to_string(max_fields_) + " fields.", {}};
  line_begin_ = head_.size();
}

std::string_view HeadScanner::request_line() const {
  return std::string_view(head_).substr(0, request_line_size_);
}

std::string_view HeadScanner::fields() const {
  return std::string_view(head_).substr(request_line_size_);
}

} // namespace recap::http
