// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::metadata;

namespace {

/// `line: reason` of a text from line 2 on that is refused.
std::string refusal(std::string const& toml) {
  try {
    static_cast<void>(read_toml(toml, 2));
  } catch (Unreadable const& error) {
    return std::to_string(error.line()) + ": " + error.what();
  }
  return "accepted";
}

} // namespace

TEST_CASE("keys are in the order of their lines, with their values as text") {
  auto const entries = read_toml("Title = 'a'\nb = [1, 2.5, true]\ndate = 2024-02-03\n"
                                 "[params]\nauthor = 'x'\n",
                                 2);
  REQUIRE(entries.size() == 5);
  CHECK(entries[0].key == "title");
  CHECK(entries[0].line == 2);
  CHECK(entries[0].column == 1);
  CHECK(entries[1].values == std::vector<std::string>{"1", "2.5", "true"});
  CHECK(entries[2].values == std::vector<std::string>{"2024-02-03"});
  CHECK(entries[3].key == "params");
  CHECK(entries[4].key == "author");
  CHECK(entries[4].line == 6);
  CHECK(read_toml("", 2).empty());
}

TEST_CASE("a text that is no TOML is refused at its line") {
  CHECK(refusal("a = 'b'\nc = [\n").starts_with("3: not TOML here: "));
  CHECK(refusal("a = 1\na = 2\n").starts_with("3: not TOML here: "));
  CHECK(refusal("a: b\n").starts_with("2: not TOML here: "));
  CHECK(refusal("a = " + std::string(40, '[') + std::string(40, ']')).find("nested too deeply") !=
        std::string::npos);
  CHECK(refusal("a = " + std::string(100'000, '[')) != "accepted");
}

TEST_CASE("a configuration is a tree of tables") {
  auto const tree = toml_tree("[A.b]\nc = 'd'\n[[list]]\ne = 1\n[[list]]\ne = 2\n");
  CHECK(child_of(*child_of(*child_of(*tree, "a"), "b"), "c")->text == "d");
  CHECK(child_of(*tree, "list")->children.size() == 2);
  CHECK(child_of(*tree, "list")->children[1]->line == 5);
}
