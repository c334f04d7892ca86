// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/names.hpp"

#include "metadata/tree.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace recap::metadata {
namespace {

/// Longer than any list of authors; bounds the work for other texts.
constexpr std::size_t longest_list = 1024;

constexpr auto suffixes = std::to_array<std::string_view>(
    {"jr",   "jr.", "sr",   "sr.", "ii",   "iii", "iv",   "phd", "ph.d.", "md",     "m.d.", "esq",
     "esq.", "inc", "inc.", "ltd", "ltd.", "llc", "gmbh", "co.", "corp.", "et al.", "et al"});

constexpr auto organisations = std::to_array<std::string_view>(
    {"team",      "group",   "committee", "department", "office",      "staff",      "university",
     "institute", "company", "services",  "foundation", "association", "ministry",   "agency",
     "center",    "centre",  "sons",      "partners",   "research",    "development"});

constexpr auto joints = std::to_array<std::string_view>({" and ", " & "});

template <typename List>
bool is_among(List const& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!(text = text::trimmed(text)).empty()) {
    auto const end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

/// One to four words; the first and the last begin with anything but a small ASCII letter.
bool is_name(std::string_view text) {
  constexpr std::size_t most_words = 4;
  auto const words = words_of(text);
  return !words.empty() && words.size() <= most_words && !text::is_lower(words.front().front()) &&
         !text::is_lower(words.back().front()) && !text::is_digit(words.front().front());
}

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    auto end = std::min(text.find(','), text.size());
    std::size_t bytes = 1;
    for (auto const joint : joints) {
      auto const at = text.find(joint);
      if (at >= end) continue;
      end = at;
      bytes = joint.size();
    }
    auto const part = text::trimmed(text.substr(0, end));
    if (!parts.empty() && is_among(suffixes, trimmed_lower(part))) {
      parts.back().append(", ").append(part);
    } else if (!part.empty()) {
      parts.emplace_back(part);
    }
    if (end == text.size()) return parts;
    text.remove_prefix(end + bytes);
    // `Ann, Bob, and Eve`
    if (text::trimmed(text).starts_with("and ")) text = text::trimmed(text).substr(4);
  }
}

} // namespace

std::vector<std::string> names_in(std::string_view text) {
  if (text.size() > longest_list) return {std::string(text)};
  auto const words = words_of(text);
  bool const organisation = std::ranges::any_of(words, [](std::string const& word) {
    return is_among(organisations, text::trimmed(text::lowered(word), ",."));
  });
  auto parts = parts_of(text);
  bool const clear = !organisation && std::ranges::all_of(parts, is_name);
  return clear && !parts.empty() ? parts : std::vector<std::string>{std::string(text)};
}

} // namespace recap::metadata
