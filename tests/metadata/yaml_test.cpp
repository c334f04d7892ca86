// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::metadata;

namespace {

/// `line: reason` of a text from line 2 on that is refused.
std::string refusal(std::string_view yaml) {
  try {
    static_cast<void>(read_yaml(yaml, 2));
  } catch (Unreadable const& error) {
    return std::to_string(error.line()) + ": " + error.what();
  }
  return "accepted";
}

bool says(std::string const& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("keys have their lines and columns, in order") {
  auto const entries = read_yaml("Title: a\nlist:\n  - x\n  - [y]\n\" Quoted \" : b\nnone:\n", 2);
  REQUIRE(entries.size() == 4);
  CHECK(entries[0].key == "title");
  CHECK(entries[0].line == 2);
  CHECK(entries[0].column == 1);
  CHECK(entries[1].kind == Entry::Kind::list);
  CHECK(entries[1].values == std::vector<std::string>{"x", "y"});
  CHECK(entries[2].key == "quoted");
  CHECK(entries[2].line == 6);
  CHECK(entries[3].values.empty());
  CHECK(read_yaml("", 2).empty());
  CHECK(read_yaml("# only this\n", 2).empty());
}

TEST_CASE("a text that is no map of keys is refused where it begins to be wrong") {
  CHECK(says(refusal("- a\n"), "2: a list where keys are expected"));
  CHECK(says(refusal("words\n"), "2: a text where keys are expected"));
  CHECK(says(refusal("a: b\n  c: d\n"), "3: "));
  CHECK(says(refusal("a:\n\tb: c\n"), "3: a tab in the indentation"));
  CHECK(says(refusal("[a]: b\n"), "2: a list where a key is expected"));
  CHECK(says(refusal("a: b: c\n"), "not YAML here: "));
  CHECK(says(refusal("a: b\n---\nc: d\n"), "a second document begins"));
  CHECK(says(refusal("a: " + std::string(40, '[') + std::string(40, ']')), "nested too deeply"));
}

TEST_CASE("a quote that is never closed is refused at its line") {
  for (auto const* yaml : {"a: b\nc: \"d\n", "제목: 글\nc: \"d\n", "a: b\nc: 'd\n",
                           "a: b\nc: &x \"d\n", "a: b\nc: \"d\\\"\n", "a: b\n\"c: d\n"}) {
    INFO(yaml);
    CHECK(refusal(yaml).starts_with("3: "));
  }
  CHECK(refusal("a: \"b\n  c\"\nd: 'e''f'\ng: h\"i\n") == "accepted");
}

TEST_CASE("of equal keys front matter keeps all, and a configuration the last") {
  CHECK(read_yaml("a: b\na: c\n", 1).size() == 2);
  auto const tree = yaml_tree("a: b\nA: c\nm: {x: 1, x: 2}\n");
  CHECK(child_of(*tree, "a")->text == "c");
  CHECK(tree->keys.size() == 2);
  CHECK(child_of(*child_of(*tree, "m"), "x")->text == "2");
  CHECK(yaml_tree("")->keys.empty());
}

TEST_CASE("an alias shares its value, and one that is not known is refused") {
  auto const tree = yaml_tree("a: &x [b]\nc: *x\nd: {<<: {e: f, g: h}, e: i}\n");
  CHECK(child_of(*tree, "a") == child_of(*tree, "c"));
  CHECK(child_of(*child_of(*tree, "d"), "e")->text == "i");
  CHECK(child_of(*child_of(*tree, "d"), "g")->text == "h");
  CHECK(child_of(*tree, "d")->keys.size() == 2);
  CHECK_THROWS_AS(yaml_tree("a: *x\n"), Unreadable);
}
