// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/edit_distance.hpp"

#include "tests/catch.hpp"
#include "text/keys.hpp"

#include <random>
#include <vector>

using namespace recap::text;

namespace {

/// The definition, every cell of the table.
unsigned plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> table(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (unsigned i = 0; i <= a.size(); ++i) {
    for (unsigned j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      unsigned const changed = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

} // namespace

TEST_CASE("one slip of a finger is one edit") {
  CHECK(edit_distance("monitoring", "monitoring", 2) == 0);
  CHECK(edit_distance("monitoring", "monitering", 2) == 1);
  CHECK(edit_distance("monitoring", "monitorng", 2) == 1);
  CHECK(edit_distance("monitoring", "monitoringg", 2) == 1);
  CHECK(edit_distance("monitoring", "mointoring", 2) == 1);
  CHECK(edit_distance("monitoring", "onitornig", 2) == 2);
  CHECK(edit_distance("ca", "abc", 3) == 3);
  CHECK(edit_distance("", "ab", 2) == 2);
}

TEST_CASE("a distance beyond the limit is the limit plus one") {
  CHECK(edit_distance("carry", "connection", 2) == 3);
  CHECK(edit_distance("a", "abcdefgh", 1) == 2);
  CHECK(edit_distance("abcdefgh", "a", 1) == 2);
  CHECK(edit_distance(std::string(200, 'a'), "a", 2) == 3);
  CHECK(edit_distance("a", std::string(200, 'a'), 2) == 3);
  CHECK(edit_distance(std::string(128, 'a'), std::string(128, 'a'), 2) == 0);
}

TEST_CASE("Korean slips are edits of keys") {
  CHECK(edit_distance(keys("인턴쉽"), keys("인턴십"), 2) == 1);
  CHECK(edit_distance(keys("프로그렘"), keys("프로그램"), 2) == 1);
  CHECK(edit_distance(keys("디랙토리"), keys("디렉토리"), 2) == 1);
}

TEST_CASE("the banded distance is the distance") {
  std::mt19937 random(7);
  auto const word = [&] {
    std::string text(random() % 9, 'a');
    for (char& c : text)
      c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int i = 0; i < 20'000; ++i) {
    auto const a = word();
    auto const b = word();
    unsigned const most = 1 + static_cast<unsigned>(random() % 3);
    unsigned const expected = std::min(plain_distance(a, b), most + 1);
    if (edit_distance(a, b, most) != expected) FAIL(a << ' ' << b << ' ' << most);
  }
}

TEST_CASE("a prefix is abandoned exactly when no continuation is near") {
  EditRows rows("abc", 1);
  CHECK(rows.push('x'));
  CHECK_FALSE(rows.push('y'));
  rows.keep(1);
  CHECK(rows.push('b'));
  CHECK(rows.push('c'));
  CHECK(rows.distance() == 1);
  CHECK(rows.depth() == 3);
}

TEST_CASE("once all edits are used, the next acceptable byte is known") {
  EditRows rows("abc", 1);
  CHECK(rows.next('q') == 'q');
  REQUIRE(rows.push('x'));
  CHECK(rows.next('A') == 'a'); // put in
  CHECK(rows.next('b') == 'b'); // changed
  CHECK_FALSE(rows.next('c'));
  rows.keep(0);
  REQUIRE(rows.push('b'));
  CHECK(rows.next('\0') == 'a'); // swapped
  CHECK(rows.next('b') == 'b');
  CHECK(rows.next('c') == 'c'); // left out
  CHECK_FALSE(rows.next('d'));
}

TEST_CASE("an edit is one letter, however many bytes it has") {
  CHECK(edit_distance("москва", "москв", 2) == 1);
  CHECK(edit_distance("москва", "мсоква", 2) == 1);
  CHECK(edit_distance("москва", "мисква", 2) == 1);
  CHECK(edit_distance("αθήνα", "αθηνα", 2) == 1);
  CHECK(edit_distance("abc", "abcд", 2) == 1);
  CHECK(edit_distance("д", "", 2) == 1);
}

TEST_CASE("a walk may jump to the next byte of a letter") {
  EditRows rows("да", 0);
  CHECK(rows.next('\0') == std::string_view("д")[0]);
  CHECK(rows.push(std::string_view("д")[0]));
  CHECK(rows.distance() == 1);
  CHECK(rows.next(static_cast<char>(0x80)) == std::string_view("д")[1]);
  CHECK(rows.push(std::string_view("д")[1]));
  CHECK(rows.push(std::string_view("а")[0]));
  CHECK(rows.push(std::string_view("а")[1]));
  CHECK(rows.distance() == 0);
  rows.keep(3);
  CHECK(rows.depth() == 3);
  CHECK_FALSE(rows.push(std::string_view("б")[1]));
}
