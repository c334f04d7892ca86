// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/answer.hpp"

#include "text/ascii.hpp"

#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace recap::http {
namespace {

bool token_char(char c) {
  constexpr std::string_view others = "!#$%&'*+-.^_`|~";
  return text::is_alphanumeric(c) || others.find(c) != std::string_view::npos;
}

bool token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), token_char);
}

bool one_line(std::string_view text) {
  constexpr std::string_view breaks("\r\n\0", 3);
  return text.find_first_of(breaks) == std::string_view::npos;
}

void append_field(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

void append_padded(std::string& text, unsigned number, std::size_t digits) {
  auto const figures = std::to_string(number);
  text.append(digits - std::min(digits, figures.size()), '0').append(figures);
}

} // namespace

bool carries_body(unsigned status) {
  return status != 204 && status != 304;
}

std::optional<std::string> sending_fault(Response const& response) {
  if (response.status < 200 || response.status > 599)
    return "the status " + std::to_string(response.status) + " is not in 200 to 599";
  if (!one_line(response.content_type)) return "the content type has a line break";
  for (auto const& [name, value] : response.headers) {
    if (!token(name)) return "a field's name is not a token";
    if (!one_line(value)) return "the field " + name + " has a line break";
  }
  return std::nullopt;
}

std::string render_head(Response const& response, NameValues const& more_fields,
                        Persistence persistence, std::chrono::sys_seconds now) {
  auto const reason =
      boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status));
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  head.append(reason.data(), reason.size()).append("\r\n");
  append_field(head, "Server", "recap");
  append_field(head, "Date", http_date(now));
  if (persistence == Persistence::close) append_field(head, "Connection", "close");
  if (persistence == Persistence::keep_announced) append_field(head, "Connection", "keep-alive");
  append_field(head, "X-Content-Type-Options", "nosniff");
  if (carries_body(response.status)) {
    if (!response.content_type.empty()) append_field(head, "Content-Type", response.content_type);
    append_field(head, "Content-Length", std::to_string(response.body.size()));
  }
  for (auto const& [name, value] : response.headers)
    append_field(head, name, value);
  for (auto const& [name, value] : more_fields)
    append_field(head, name, value);
  return head.append("\r\n");
}

// Not strftime, whose names of days and months depend on the locale.
std::string http_date(std::chrono::sys_seconds time) {
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const day = std::chrono::floor<std::chrono::days>(time);
  std::chrono::year_month_day const date{day};
  std::chrono::hh_mm_ss const clock{time - day};
  std::string text = days.at(std::chrono::weekday{day}.c_encoding());
  text += ", ";
  append_padded(text, static_cast<unsigned>(date.day()), 2);
  text.append(" ").append(months.at(static_cast<unsigned>(date.month()) - 1)).append(" ");
  append_padded(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
  text += ' ';
  append_padded(text, static_cast<unsigned>(clock.hours().count()), 2);
  text += ':';
  append_padded(text, static_cast<unsigned>(clock.minutes().count()), 2);
  text += ':';
  append_padded(text, static_cast<unsigned>(clock.seconds().count()), 2);
  return text + " GMT";
}

} // namespace recap::http
