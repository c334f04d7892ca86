// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/front_matter_lines.hpp"

#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::metadata;

TEST_CASE("lines have no ends, and their numbers and places in the file") {
  std::string_view const file = "\n \na \r\n\nb";
  Line line = first_line(file);
  CHECK(line.text == "a");
  CHECK(line.number == 3);
  CHECK(line.begin == 3);
  line = next_line(file, line);
  CHECK(line.text.empty());
  CHECK(line.number == 4);
  line = next_line(file, line);
  CHECK(line.text == "b");
  CHECK(line.next == file.size());
  line = next_line(file, line);
  CHECK(line.text.empty());
  CHECK(line.begin == file.size());
  CHECK(first_line("").text.empty());
  CHECK(first_line("\n\n").text.empty());
}

TEST_CASE("a brace before a key begins an object, others do not") {
  for (auto const* text : {"{}", "{ \n }", "{\"a\": 1}", "{'a b' : 1}", "{ a-b: c", "{\n\ta_1:"}) {
    INFO(text);
    CHECK(begins_object(text));
  }
  for (auto const* text : {"", "{", "{{ a }}", "{% a %}", "{#a}", "{: .a}", "{.a}", "{a}",
                           "{a.b: c}", "{\"a", "{\"a\"}", " {}", "{:"}) {
    INFO(text);
    CHECK_FALSE(begins_object(text));
  }
}

TEST_CASE("an object ends at its own brace, not at one in a string") {
  CHECK(end_of_object("{\"a\": {\"}\": \"\\\"}\"}} b") == 19);
  CHECK(end_of_object("{}") == 2);
  CHECK(end_of_object("{\"a\": \"}") == 0);
  CHECK(end_of_object("{{}") == 0);
  CHECK(end_of_object("{\"\\") == 0);
}

TEST_CASE("a header has one word before its colon, and an address is no header") {
  for (auto const* line : {"Title: a", "Status:draft", "a-b_c :", " continued", "\tcontinued"}) {
    INFO(line);
    CHECK(is_header(line));
  }
  for (auto const* line : {"", "a b: c", "http://x", ": a", "a", "제목: a"}) {
    INFO(line);
    CHECK_FALSE(is_header(line));
  }
  CHECK(is_known_header("TITLE : a"));
  CHECK(is_known_header("date: a"));
  CHECK_FALSE(is_known_header("Note: a"));
  CHECK_FALSE(is_known_header("title"));
  CHECK_FALSE(is_known_header(""));
}

TEST_CASE("a word has letters, digits and signs within, and may be missing") {
  for (auto const* text : {"", " ", "toml", " json ", "a-b"}) {
    INFO(text);
    CHECK(is_word(text));
  }
  for (auto const* text : {"a b", "-", "---", "a:"}) {
    INFO(text);
    CHECK_FALSE(is_word(text));
  }
}
