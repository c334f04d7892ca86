// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/fields.hpp"

#include "index/checksum.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace recap::index {
namespace {

/// Xapian allows 245 bytes and counts a zero byte in a term twice; folded values have none.
constexpr std::size_t longest_value_bytes = 200;

struct SeasonName {
  std::string_view written;
  std::string_view season;
};

constexpr auto season_names = std::to_array<SeasonName>({
    {"spring", "spring"},
    {"summer", "summer"},
    {"fall", "fall"},
    {"autumn", "fall"},
    {"winter", "winter"},
    {"first-half", "first-half"},
    {"1st-half", "first-half"},
    {"second-half", "second-half"},
    {"2nd-half", "second-half"},
    {"봄", "spring"},
    {"여름", "summer"},
    {"가을", "fall"},
    {"겨울", "winter"},
    {"상반기", "first-half"},
    {"하반기", "second-half"},
});

struct SeasonWords {
  std::string_view season;
  std::string_view words;
};

constexpr auto searched_seasons = std::to_array<SeasonWords>({
    {"spring", "spring 봄"},
    {"summer", "summer 여름"},
    {"fall", "fall autumn 가을"},
    {"winter", "winter 겨울"},
    {"first-half", "first half 상반기"},
    {"second-half", "second half 2nd 하반기"},
});

} // namespace

std::optional<FieldId> field_named(std::string_view name) {
  for (Field const& row : fields) {
    if (row.queried && row.name == name) return row.id;
  }
  return std::nullopt;
}

std::span<std::string_view const> keys_of(Field const& field) {
  auto const end = std::ranges::find(field.keys, std::string_view());
  return {field.keys.begin(), end};
}

std::span<std::string_view const> keys_of(FieldId id) {
  return keys_of(field(id));
}

std::vector<std::string> values_of(Record const& record, Field const& field) {
  auto const& member = field.value;
  if (auto const* const list = std::get_if<std::vector<std::string> Record::*>(&member))
    return record.**list;
  std::string value;
  if (auto const* const text = std::get_if<std::string Record::*>(&member)) {
    value = record.**text;
  } else if (record.*std::get<std::uint16_t Record::*>(member) != 0) {
    value = std::to_string(record.*std::get<std::uint16_t Record::*>(member));
  }
  return value.empty() ? std::vector<std::string>() : std::vector{std::move(value)};
}

std::optional<std::string> stored_value(Field const& field, std::string_view value) {
  switch (field.kind) {
  case ValueKind::season:
    if (auto const season = season_named(value)) return std::string(*season);
    return std::nullopt;
  case ValueKind::year:
    if (value.size() != 4 || value.front() == '0' || !std::ranges::all_of(value, text::is_digit))
      return std::nullopt;
    break;
  case ValueKind::language: return language_named(value);
  case ValueKind::text:
  case ValueKind::day: break;
  }
  return std::string(value);
}

std::string_view expected_value(Field const& field) {
  switch (field.kind) {
  case ValueKind::season: return "one of spring, summer, fall, winter, first-half, second-half";
  case ValueKind::year: return "a number of four digits";
  case ValueKind::language: return "a language, such as en or ko";
  case ValueKind::day: return "a date: YYYY, YYYY-MM or YYYY-MM-DD";
  case ValueKind::text: break;
  }
  return "a text";
}

namespace {

using Visit = std::function<void(Field const&, std::string_view)>;

void visit_texts(Record const& record, Field const& row, Visit const& visit) {
  if (row.kind == ValueKind::season) {
    if (auto const words = season_words(record.season); !words.empty()) visit(row, words);
  } else if (row.kind == ValueKind::year) {
    for (auto const& year : values_of(record, row))
      visit(row, year);
  } else if (auto const* const list = std::get_if<std::vector<std::string> Record::*>(&row.value)) {
    for (auto const& value : record.**list)
      visit(row, value);
  } else if (auto const& text = record.*std::get<std::string Record::*>(row.value); !text.empty()) {
    visit(row, text);
  }
}

} // namespace

void for_each_text(Record const& record, Visit const& visit) {
  for (bool const by_word : {true, false}) {
    for (Field const& row : fields) {
      if (row.part && !row.word_prefix.empty() == by_word) visit_texts(record, row, visit);
    }
  }
}

std::string word_term(std::string_view prefix, std::string_view word) {
  return std::string(prefix).append(word);
}

std::string stem_term(std::string_view prefix, std::string_view stem) {
  return std::string("Z").append(prefix).append(stem);
}

std::string word_for_stem(std::string_view stem_term) {
  return std::string(stem_term.substr(1));
}

std::string bigram_term(std::string_view bigram) {
  return std::string("B").append(bigram);
}

std::string option_term(std::string_view word) {
  return std::string("XO").append(word);
}

std::string value_term(Field const& field, std::string_view value) {
  std::string folded = field.id == FieldId::id ? std::string(value) : text::fold(value);
  if (folded.size() > longest_value_bytes) {
    std::string const rest = checksum(folded);
    folded.resize(text::floor_to_character(folded, longest_value_bytes));
    folded += rest;
  }
  return std::string(field.value_prefix).append(folded);
}

std::optional<std::string_view> season_named(std::string_view word) {
  std::string folded = text::fold(word);
  std::ranges::replace(folded, ' ', '-');
  std::ranges::replace(folded, '_', '-');
  for (SeasonName const& row : season_names) {
    if (row.written == folded) return row.season;
  }
  return std::nullopt;
}

std::string language_named(std::string_view tag) {
  return text::fold(tag.substr(0, tag.find_first_of("-_.")));
}

std::string_view season_words(std::string_view season) {
  for (SeasonWords const& row : searched_seasons) {
    if (row.season == season) return row.words;
  }
  return {};
}

} // namespace recap::index
