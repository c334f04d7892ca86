// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/fields.hpp"

#include "tests/catch.hpp"
#include "text/unicode.hpp"

#include <set>

using namespace recap::index;

namespace {

constexpr std::size_t longest_term_bytes = 245; // Xapian's

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i)
    text += piece;
  return text;
}

} // namespace

TEST_CASE("each row of the table is at its own id and is found by its name") {
  for (Field const& row : fields) {
    CHECK(&field(row.id) == &row);
    CHECK(field_named(row.name) == (row.queried ? std::optional(row.id) : std::nullopt));
  }
  CHECK(field_named("body") == std::nullopt);
  CHECK(field_named("Title") == std::nullopt);
  CHECK(field_named("") == std::nullopt);
}

TEST_CASE("no two fields share a key, and a year is read by its rule alone") {
  std::multiset<std::string_view> keys;
  for (Field const& row : fields)
    keys.insert(keys_of(row).begin(), keys_of(row).end());
  for (auto const key : keys)
    CHECK(keys.count(key) == 1);
  CHECK(stored_value(field(FieldId::year), "2022") == "2022");
  for (auto const* const year : {"22", "0022", "20222", "202x", ""})
    CHECK(stored_value(field(FieldId::year), year) == std::nullopt);
  CHECK(stored_value(field(FieldId::season), "여름") == "summer");
  CHECK(stored_value(field(FieldId::season), "monsoon") == std::nullopt);
  CHECK(stored_value(field(FieldId::lang), "ko-KR") == "ko");
}

TEST_CASE("no two fields that are searched share a prefix or a slot") {
  std::multiset<std::string_view> prefixes{"B", "Z"};
  std::multiset<std::uint32_t> slots;
  for (Field const& row : fields) {
    if (row.queried && !row.word_prefix.empty()) prefixes.insert(row.word_prefix);
    if (!row.value_prefix.empty()) prefixes.insert(row.value_prefix);
    if (row.slot != no_slot) slots.insert(row.slot);
  }
  for (auto const prefix : prefixes)
    CHECK(prefixes.count(prefix) == 1);
  for (auto const slot : slots)
    CHECK(slots.count(slot) == 1);
}

TEST_CASE("a facet has a slot and a filter") {
  for (Field const& row : fields) {
    if (!row.facet) continue;
    CHECK(row.slot != no_slot);
    CHECK_FALSE(row.value_prefix.empty());
  }
}

TEST_CASE("terms begin with the prefix of their kind") {
  CHECK(word_term("", "lablup") == "lablup");
  CHECK(word_term("S", "lablup") == "Slablup");
  CHECK(stem_term("", "run") == "Zrun");
  CHECK(stem_term("A", "kim") == "ZAkim");
  CHECK(bigram_term("인턴") == "B인턴");
}

TEST_CASE("values are compared folded, an id as written") {
  CHECK(value_term(field(FieldId::author), " Jo  KIM ") == "XAjo kim");
  CHECK(value_term(field(FieldId::topic), "Ｂackend.AI") == "XKbackend.ai");
  CHECK(value_term(field(FieldId::year), "2022") == "Y2022");
  CHECK(value_term(field(FieldId::id), "A/b C") == "QA/b C");
}

TEST_CASE("long values keep terms of their own") {
  for (FieldId const id : {FieldId::author, FieldId::topic, FieldId::id}) {
    for (std::string_view const piece : {"a", "인", "😀"}) {
      std::set<std::string> terms;
      constexpr std::size_t most = 400;
      for (std::size_t times = 1; times <= most; ++times) {
        std::string const term = value_term(field(id), repeated(piece, times));
        if (term.size() >= longest_term_bytes) FAIL(term.size() << " bytes");
        if (recap::text::invalid_utf8(term)) FAIL("a character was cut: " << term);
        terms.insert(term);
      }
      CHECK(terms.size() == most);
    }
    std::string const front = repeated("v", 300);
    CHECK(value_term(field(id), front + "1") != value_term(field(id), front + "2"));
    CHECK(value_term(field(id), front + "1") == value_term(field(id), front + "1"));
  }
}

TEST_CASE("long values are compared folded too") {
  Field const& topic = field(FieldId::topic);
  CHECK(value_term(topic, repeated("A", 300)) == value_term(topic, repeated("a", 300)));
}

TEST_CASE("a season is known by its English and Korean names") {
  struct {
    std::string_view word;
    std::optional<std::string_view> season;
  } const cases[] = {
      {"spring", "spring"},
      {"Spring", "spring"},
      {"봄", "spring"},
      {"summer", "summer"},
      {" SUMMER ", "summer"},
      {"여름", "summer"},
      {"\u110B\u1167\u1105\u1173\u11B7", "summer"},
      {"fall", "fall"},
      {"autumn", "fall"},
      {"Autumn", "fall"},
      {"가을", "fall"},
      {"winter", "winter"},
      {"겨울", "winter"},
      {"first-half", "first-half"},
      {"First Half", "first-half"},
      {"first_half", "first-half"},
      {"first  half", "first-half"},
      {"1st-half", "first-half"},
      {"상반기", "first-half"},
      {"second-half", "second-half"},
      {"2nd-half", "second-half"},
      {"2ND HALF", "second-half"},
      {"하반기", "second-half"},
      {"ｓｕｍｍｅｒ", "summer"},
      {"", std::nullopt},
      {"summers", std::nullopt},
      {"여름에", std::nullopt},
      {"half", std::nullopt},
      {"-", std::nullopt},
      {"\xFF", std::nullopt},
  };
  for (auto const& each : cases) {
    INFO(each.word);
    CHECK(season_named(each.word) == each.season);
  }
}

TEST_CASE("every season is searched by names that lead back to it") {
  for (std::string_view const season :
       {"spring", "summer", "fall", "winter", "first-half", "second-half"}) {
    CHECK(season_named(season) == season);
    std::string_view const words = season_words(season);
    INFO(season);
    REQUIRE_FALSE(words.empty());
    CHECK(season_named(words.substr(words.rfind(' ') + 1)) == season); // the Korean one
  }
  CHECK(season_words("").empty());
  CHECK(season_words("Summer").empty());
}
