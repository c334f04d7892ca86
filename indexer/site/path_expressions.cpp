// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/path_expressions.hpp"

#include "text/unicode.hpp"

#include <unicode/uregex.h>

#include <algorithm>
#include <stdexcept>

namespace recap::indexer {
namespace {

/// In ICU's steps of about a millisecond.
constexpr std::int32_t most_steps = 100;

std::u16string utf16_of(std::string_view text) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const next = text::decode(text, at);
    at = next.end;
    if (next.character < 0x10000) {
      out += static_cast<char16_t>(next.character);
    } else {
      auto const rest = next.character - 0x10000;
      out += static_cast<char16_t>(0xD800 + (rest >> 10));
      out += static_cast<char16_t>(0xDC00 + (rest & 0x3FF));
    }
  }
  return out;
}

} // namespace

void PathExpressions::Close::operator()(URegularExpression* expression) const {
  ::uregex_close(expression);
}

PathExpressions::PathExpressions(std::vector<std::string> const& expressions) {
  for (auto const& written : expressions) {
    auto const pattern = utf16_of(written);
    UErrorCode error = U_ZERO_ERROR;
    auto* const opened = ::uregex_open(pattern.data(), static_cast<std::int32_t>(pattern.size()), 0,
                                       nullptr, &error);
    if (U_FAILURE(error) != 0)
      throw std::invalid_argument('"' + written + "\" is not a valid regular expression");
    expressions_.emplace_back(opened);
    ::uregex_setTimeLimit(opened, most_steps, &error);
  }
}

bool PathExpressions::match(std::string_view path) const {
  if (expressions_.empty()) return false;
  auto const text = utf16_of(path);
  return std::ranges::any_of(expressions_, [&](auto const& expression) {
    UErrorCode error = U_ZERO_ERROR;
    ::uregex_setText(expression.get(), text.data(), static_cast<std::int32_t>(text.size()), &error);
    bool const found = ::uregex_find(expression.get(), -1, &error) != 0;
    return found || U_FAILURE(error) != 0;
  });
}

} // namespace recap::indexer
