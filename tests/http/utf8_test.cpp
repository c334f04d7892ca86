// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/utf8.hpp"

#include "tests/catch.hpp"

#include <string>

using recap::http::find_invalid_utf8;

TEST_CASE("text in any script is UTF-8") {
  CHECK(find_invalid_utf8("") == std::string_view::npos);
  CHECK(find_invalid_utf8("plain") == std::string_view::npos);
  CHECK(find_invalid_utf8("인턴 회고 é 😀") == std::string_view::npos);
}

TEST_CASE("the first and last code point of each length are UTF-8") {
  for (auto const* text : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    CHECK(find_invalid_utf8(text) == std::string_view::npos);
}

TEST_CASE("invalid UTF-8 is found where its sequence begins") {
  for (auto const* bad : {"\x80", "\xBF", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
                          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
                          "\xC3", "\xEC\x9D", "\xF0\x9F\x98", "\xC3("}) {
    CHECK(find_invalid_utf8(std::string("\xEC\x9D\xB8") + bad) == 3);
    CHECK(find_invalid_utf8(std::string("ab") + bad + "c") == 2);
  }
}
