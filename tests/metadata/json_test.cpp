// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/json.hpp"

#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace recap::metadata;

namespace {

/// `line: reason` of an object on line 7 that is refused.
std::string refusal(std::string const& json) {
  try {
    static_cast<void>(parse_json(json, 7));
  } catch (Unreadable const& error) {
    return std::to_string(error.line()) + ": " + error.what();
  }
  return "accepted";
}

/// An object with arrays within arrays.
std::string nested(int levels) {
  auto const deep = static_cast<std::size_t>(levels);
  return R"({"a":)" + std::string(deep, '[') + '1' + std::string(deep, ']') + '}';
}

} // namespace

TEST_CASE("keys of an object have the lines of the file, those within others do not count") {
  auto const parsed = parse_json("{\"a\": 1,\n\n\"b\": {\"a\": 2},\n\"c\": \"x\"}", 7);
  CHECK(parsed.lines.at("a") == 7);
  CHECK(parsed.lines.at("b") == 9);
  CHECK(parsed.lines.at("c") == 10);
  CHECK(parsed.lines.size() == 3);
  CHECK(parse_json(" {} \n", 1).lines.empty());
}

TEST_CASE("what is no object is refused with its line and what to write") {
  CHECK(refusal("[]") == "7: not a JSON object; write one object");
  CHECK(refusal("1") == "7: not a JSON object; write one object");
  CHECK(refusal("{\"a\": 1,\n\"b\" 2}").starts_with("8: not JSON at byte "));
  CHECK(refusal("").starts_with("7: not JSON"));
  CHECK(refusal("{} {}").starts_with("7: not JSON"));
  CHECK(refusal("{\"a\": 1,\n\"a\": 2}") == "8: duplicate key \"a\"; keep one");
  CHECK(refusal("{\"a\": 1e999}") == "7: a number has too many digits or too large an exponent");
  CHECK(refusal("{\"a\": \"\xFF\"}") != "accepted");
}

TEST_CASE("values that are nested too deeply are refused, others are kept whole") {
  CHECK(refusal(nested(deepest - 1)) == "accepted");
  CHECK(refusal(nested(deepest)).find("nested too deeply") != std::string::npos);
  CHECK(refusal(nested(100'000)).find("nested too deeply") != std::string::npos);
}

TEST_CASE("a tree has the keys that are wanted, in lower case, and scalars as written") {
  auto const parsed = parse_json(R"({" Title ":"T","n":1.50,"b":true,"x":null,"l":[1,["y"]]})", 7);
  auto const node = json_node(parsed, [](std::string_view key) { return key != "b"; });
  CHECK(child_of(node, "title")->text == "T");
  CHECK(child_of(node, "n")->text == "1.5");
  CHECK(child_of(node, "b") == nullptr);
  CHECK(child_of(node, "x")->kind == Node::Kind::none);
  CHECK(child_of(node, "l")->children.at(1)->children.at(0)->text == "y");
  CHECK(child_of(json_node(parsed), "b")->text == "true");
  CHECK(json_scalar(12345678901234567) == "12345678901234567");
  CHECK(json_scalar(nullptr).empty());
  CHECK(json_scalar({1}).empty());
}
