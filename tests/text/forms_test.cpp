// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/forms.hpp"

#include "tests/catch.hpp"

using namespace recap::text;

TEST_CASE("a slug keeps letters, digits and marks, in lower case") {
  CHECK(slug_character(U'A') == U'a');
  CHECK(slug_character(U'7') == U'7');
  CHECK(slug_character(U'십') == U'십');
  CHECK(slug_character(0x0301) == char32_t{0x0301}); // combining acute accent
  CHECK_FALSE(slug_character(U'-'));
  CHECK_FALSE(slug_character(U' '));
}

TEST_CASE("a word of regular expressions has underscores and circled letters, no dashes") {
  for (char32_t const c : {U'a', U'9', U'_', U'십', U'ⓐ', U'Ⅳ'})
    CHECK(is_word_character(c));
  for (char32_t const c : {U'-', U' ', U'½', U'+'})
    CHECK_FALSE(is_word_character(c));
}

TEST_CASE("a fraction is a number but no decimal digit") {
  CHECK(is_letter_or_digit(U'½'));
  CHECK_FALSE(is_letter_or_decimal(U'½'));
  CHECK(is_letter_or_decimal(U'٣'));
  CHECK_FALSE(is_letter_or_digit(U'_'));
}

TEST_CASE("lower case depends on the end of a word in JavaScript, and not in Go") {
  CHECK(lower_case("ΟΔΟΣ") == "οδος");
  CHECK(simple_lower_case("ΟΔΟΣ") == "οδοσ");
  CHECK(lower_case("İ") == "i\u0307");
  CHECK(simple_lower_case("İ") == "i");
}

TEST_CASE("each occurrence is replaced, also where the replacement has it again") {
  CHECK(with_each("a-b--c", "-", "--") == "a--b----c");
  CHECK(with_each("aaa", "aa", "b") == "ba");
  CHECK(with_each("abc", "x", "y") == "abc");
}

TEST_CASE("Latin letters become those of ASCII, others and signs stay") {
  CHECK(latin("Größe, ørsted & l'été") == "Grosse, orsted & l'ete");
  CHECK(latin("등대") == decomposed("등대"));
}
