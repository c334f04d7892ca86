// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/names.hpp"

#include "tests/catch.hpp"

#include <string>
#include <vector>

using recap::metadata::names_in;

using Names = std::vector<std::string>;

TEST_CASE("names are divided at commas and the words between them") {
  CHECK(names_in("Ann Lee, Bob Ray and Eve") == Names{"Ann Lee", "Bob Ray", "Eve"});
  CHECK(names_in("Ann & Bob") == Names{"Ann", "Bob"});
  CHECK(names_in("Ann, Bob, and Eve") == Names{"Ann", "Bob", "Eve"});
  CHECK(names_in(" Ann ,, Bob , ") == Names{"Ann", "Bob"});
  CHECK(names_in("홍길동, 김철수") == Names{"홍길동", "김철수"});
  CHECK(names_in("Anders Andersen") == Names{"Anders Andersen"}); // `and` within a name
}

TEST_CASE("a suffix belongs to the name before it") {
  CHECK(names_in("Ann Lee, Jr., Bob Ray, PhD and Eve") ==
        Names{"Ann Lee, Jr.", "Bob Ray, PhD", "Eve"});
  CHECK(names_in("Jr., Ann") == Names{"Jr.", "Ann"});
}

TEST_CASE("an organisation or a text that does not look like names is one name") {
  for (std::string const text :
       {"Research and Development Team", "Smith & Sons", "The Office, of things", "ann and bob",
        "Ann, writing about things", "A B C D E, Bob", "Ann, 2 others", "", ", ,"}) {
    INFO(text);
    CHECK(names_in(text) == Names{text});
  }
  CHECK(names_in("Ludwig van Beethoven and Vincent van Gogh").size() == 2);
  std::string const large = "Ann, " + std::string(1100, 'B');
  CHECK(names_in(large) == Names{large});
}
