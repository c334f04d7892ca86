// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/metadata.hpp"

#include "tests/catch.hpp"

#include <memory>
#include <string>
#include <vector>

using namespace recap::metadata;

namespace {

using Texts = std::vector<std::string>;

Entry entry(std::string_view yaml, std::string_view key) {
  auto const entries = read_yaml(yaml, 1);
  auto const* const found = find(entries, key);
  REQUIRE(found != nullptr);
  return *found;
}

} // namespace

TEST_CASE("a map is its name, or that of each of its items") {
  CHECK(entry("a: {title: T, name: N}", "a").values == Texts{"N"});
  CHECK(entry("a: {name: '', label: L}", "a").values == Texts{"L"});
  CHECK(entry("a: [{name: x}, y, [{label: z}]]", "a").values == Texts{"x", "y", "z"});
  CHECK(entry("a: {x: {name: X}, y: {name: Y}}", "a").values == Texts{"X", "Y"});
  CHECK(entry("a: {x: {name: X}, y: {name: Y}}", "a").kind == Entry::Kind::list);
  CHECK(entry("a: {x: {name: X}}", "a").kind == Entry::Kind::text);
  CHECK(entry("image: {name: x, url: /a.png}", "image").values == Texts{"/a.png"});
}

TEST_CASE("a map without a name is nested, at the line of what is not read") {
  auto const nested = entry("a:\n  x: 1\n  y: 2\n", "a");
  CHECK(nested.kind == Entry::Kind::nested);
  CHECK(nested.values.empty());
  CHECK(nested.unread_line == 2);
  CHECK(entry("a: {}", "a").unread_line == 1);
  CHECK(entry("a: [b, {c: d}]", "a").values == Texts{"b"});
}

TEST_CASE("keys in maps of generators count unless they are stated outside") {
  auto const entries = read_yaml("params: {author: x, url: /a/, tags: [t]}\nauthor: y\n", 1);
  CHECK(find(entries, "author")->values == Texts{"y"});
  CHECK(find(entries, "tags")->values == Texts{"t"});
  CHECK(find(entries, "url") == nullptr);
  CHECK(find(entries, "params")->unread_line == 0);
  CHECK(find(read_yaml("other: {author: x}", 1), "author") == nullptr);
}

TEST_CASE("a page that is excluded from a search says so in a map") {
  auto const entries = read_yaml("search:\n  exclude: true\n", 1);
  REQUIRE(find(entries, "search_exclude") != nullptr);
  CHECK(find(entries, "search_exclude")->values == Texts{"true"});
  CHECK(find(entries, "search_exclude")->line == 2);
  CHECK(find(read_yaml("search: {boost: 2}", 1), "search_exclude") == nullptr);
  CHECK(find(read_yaml("search: false", 1), "search_exclude") == nullptr);
}

TEST_CASE("aliases of aliases are read up to a limit") {
  std::string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i <= 9; ++i) {
    auto const before = "*a" + std::to_string(i - 1);
    auto const name = 'a' + std::to_string(i);
    yaml += name + ": &" + name + " [" + before;
    for (int more = 0; more < 9; ++more)
      yaml += ", " + before;
    yaml += "]\n";
  }
  auto const bomb = entry(yaml, "a9");
  CHECK(bomb.values.size() <= 10'000);
  CHECK(bomb.unread_line != 0);
  CHECK(entry(yaml, "a2").values.size() == 1000);
}

TEST_CASE("a key is found in a map only, and a tree knows its height") {
  Node map;
  map.kind = Node::Kind::map;
  map.keys.push_back({.name = "a"});
  auto child = std::make_shared<Node>();
  child->height = 3;
  add_child(map, child);
  CHECK(map.height == 4);
  CHECK(child_of(map, "a") == child.get());
  CHECK(child_of(map, "b") == nullptr);
  CHECK(child_of(*child, "a") == nullptr);
  CHECK(trimmed_lower(" \tÄbC ") == "Äbc");
}
