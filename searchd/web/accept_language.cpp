// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/accept_language.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <string>

namespace recap::web {
namespace {

/// The weight of `q=0.8` in thousandths. Parsed by hand, independent of the locale.
int thousandths(std::string_view weight) {
  if (weight.empty() || (weight[0] != '0' && weight[0] != '1')) return 0;
  int value = weight[0] - '0';
  for (std::size_t digit = 2; digit < 5; ++digit) {
    bool const given = digit < weight.size() && weight[1] == '.' && text::is_digit(weight[digit]);
    value = value * 10 + (given ? weight[digit] - '0' : 0);
  }
  return std::min(value, 1000);
}

bool speaks(std::string_view range, std::string_view language) {
  if (!text::equal_letters(range.substr(0, language.size()), language)) return false;
  return range.size() == language.size() || range[language.size()] == '-';
}

} // namespace

std::string_view interface_language(std::string_view field) {
  int english = 0;
  int korean = 0;
  while (!field.empty()) {
    auto const comma = std::min(field.find(','), field.size());
    auto const item = text::trimmed(field.substr(0, comma));
    field.remove_prefix(std::min(comma + 1, field.size()));
    auto const semicolon = std::min(item.find(';'), item.size());
    auto const range = text::trimmed(item.substr(0, semicolon));
    auto const parameter = text::trimmed(item.substr(std::min(semicolon + 1, item.size())));
    int const weight = parameter.starts_with("q=") ? thousandths(parameter.substr(2)) : 1000;
    if (speaks(range, "en")) english = std::max(english, weight);
    if (speaks(range, "ko")) korean = std::max(korean, weight);
  }
  // With equal weights the order would decide, but browsers never send equal weights.
  return korean > english ? "ko" : "en";
}

} // namespace recap::web
