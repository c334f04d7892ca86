// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/markdown_text.hpp"

#include "indexer/markup/template_code.hpp"
#include "tests/catch.hpp"

using namespace recap::indexer;

namespace {

Stretch code(std::string text) {
  return {std::move(text), true};
}

} // namespace

TEST_CASE("a line has its stretches in order, with one space for a run") {
  CHECK(clean_line({}).empty());
  CHECK(clean_line({{"  a  "}, {" b\n"}, {"c"}, {"d "}}) == "a b cd");
  CHECK(clean_line({{" "}, {"\t"}}).empty());
}

TEST_CASE("code in a line is kept as written") {
  CHECK(clean_line({{"a "}, code("x  **y** {{ z }}"), {" b "}, code("w")}) ==
        "a x  **y** {{ z }} b w");
}

TEST_CASE("closed template code is removed, and unclosed code is text") {
  CHECK(clean_line({{"a{{< b >}}c{% d %}e{{ f }}g"}}) == "a c e g");
  CHECK(clean_line({{"a {{ b }"}}) == "a {{ b }");
  CHECK(clean_line({{"{a} {% b"}}) == "{a} {% b");
  CHECK(clean_line({{"{{< a }} b"}}) == "b"); // its closing brackets are those of an output
}

TEST_CASE("code within template code is removed with it, and later code stays in its place") {
  CHECK(clean_line({{"{{ "}, code("a"), {" }} b "}, code("c")}) == "b c");
}

TEST_CASE("stars that CommonMark left and marks of removed code are not text") {
  CHECK(clean_line({{"**\"강조\"**는 * 2 ** 3"}}) == "\"강조\"는 * 2 3");
  CHECK(clean_line({{"a" + std::string(address_mark) + "b"}}) == "ab");
}

TEST_CASE("a character of the private use area is text") {
  CHECK(clean_line({{"\xEF\x80\x80 a "}, code("b")}) == "\xEF\x80\x80 a b");
}
