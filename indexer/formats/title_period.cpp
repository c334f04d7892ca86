// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/title_period.hpp"

#include "index/fields.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <sstream>
#include <vector>

namespace recap::indexer {
namespace {

std::optional<std::uint16_t> year_in(std::string_view word) {
  if (word.ends_with("년")) word.remove_suffix(std::string_view("년").size());
  bool const digits = word.size() == 4 && std::ranges::all_of(word, text::is_digit);
  if (!digits || (!word.starts_with("19") && !word.starts_with("20"))) return std::nullopt;
  return static_cast<std::uint16_t>(std::stoi(std::string(word)));
}

std::vector<std::string> words_of(std::string_view title) {
  std::string spaced(title);
  std::ranges::replace_if(
      spaced,
      [](char c) { return std::string_view(",.:;()[]!?|/").find(c) != std::string_view::npos; },
      ' ');
  std::istringstream in(spaced);
  std::vector<std::string> words;
  for (std::string word; in >> word;)
    words.push_back(word);
  return words;
}

} // namespace

std::optional<Period> period_in(std::string_view title) {
  std::vector<std::string> const words = words_of(title);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t length = 1;
    auto season = index::season_named(words[i]);
    if (!season && i + 1 < words.size()) {
      season = index::season_named(words[i] + '-' + words[i + 1]);
      length = 2;
    }
    if (!season) continue;
    std::optional<std::uint16_t> year;
    if (i > 0) year = year_in(words[i - 1]);
    if (!year && i + length < words.size()) year = year_in(words[i + length]);
    if (year) return Period{*year, std::string(*season)};
  }
  return std::nullopt;
}

} // namespace recap::indexer
