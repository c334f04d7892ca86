// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/accept_language.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace recap::web {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  auto const first = std::min(text.find_first_not_of(blanks), text.size());
  text.remove_prefix(first);
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// The weight of `q=0.8` in thousandths; no decimals library agrees on locales.
int thousandths(std::string_view weight) {
  if (weight.empty() || (weight[0] != '0' && weight[0] != '1')) return 0;
  int value = weight[0] - '0';
  for (std::size_t digit = 2; digit < 5; ++digit) {
    bool const given =
        digit < weight.size() && weight[1] == '.' && weight[digit] >= '0' && weight[digit] <= '9';
    value = value * 10 + (given ? weight[digit] - '0' : 0);
  }
  return std::min(value, 1000);
}

bool speaks(std::string_view range, std::string_view language) {
  if (range.size() < language.size()) return false;
  for (std::size_t i = 0; i < language.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(range[i])) != language[i]) return false;
  }
  return range.size() == language.size() || range[language.size()] == '-';
}

} // namespace

std::string_view interface_language(std::string_view field) {
  int english = 0;
  int korean = 0;
  while (!field.empty()) {
    auto const comma = std::min(field.find(','), field.size());
    auto const item = trimmed(field.substr(0, comma));
    field.remove_prefix(std::min(comma + 1, field.size()));
    auto const semicolon = std::min(item.find(';'), item.size());
    auto const range = trimmed(item.substr(0, semicolon));
    auto const parameter = trimmed(item.substr(std::min(semicolon + 1, item.size())));
    int const weight = parameter.starts_with("q=") ? thousandths(parameter.substr(2)) : 1000;
    if (speaks(range, "en")) english = std::max(english, weight);
    if (speaks(range, "ko")) korean = std::max(korean, weight);
  }
  // Equal weights come in the order of the reader's wishes, which browsers never send equal.
  return korean > english ? "ko" : "en";
}

} // namespace recap::web
