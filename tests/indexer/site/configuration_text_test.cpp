// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configuration_text.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>
#include <stdexcept>

using namespace recap::indexer;
using Texts = std::vector<std::string>;

namespace {

ConfigurationText read(std::string const& name, std::string const& text) {
  recap::tests::TemporaryFolder const folder;
  std::ofstream(folder.path() / name) << text;
  return ConfigurationText(folder.path() / name);
}

ConfigurationText code(std::string const& text) {
  return read("site.config.js", text);
}

} // namespace

TEST_CASE("values of a tree are found by their path of keys") {
  auto const text = read("a.yml", "Site:\n  Title: A\n  list: [a, b]\n  one: c\n");
  CHECK(text.value({"site", "title"}) == "A");
  CHECK(text.values({"site", "list"}) == Texts{"a", "b"});
  CHECK(text.values({"site", "one"}) == Texts{"c"});
  CHECK(text.value({"site", "none"}).empty());
  CHECK(text.node({"site", "title", "x"}) == nullptr);
}

TEST_CASE("a list in JSON is the tree itself") {
  CHECK(read("versions.json", "\n[\"2.0\", \"1.0\"]\n").values({}) == Texts{"2.0", "1.0"});
  CHECK(read("versions.json", "[\n").problem().has_value());
}

TEST_CASE("only literals of a program are read") {
  auto const text =
      code("// url: 'https://no'\nexport default { url: 'https://e.org', 'base': `/b`, on: true,\n"
           " x: `${url}/x`, y: url, other_url: 'z' /* base: '/no' */ }");
  CHECK(text.written("url") == "https://e.org");
  CHECK(text.written("base") == "/b");
  CHECK(text.written("on") == "true");
  CHECK_FALSE(text.written("x"));
  CHECK_FALSE(text.written("y"));
}

TEST_CASE("a key is looked for in the first part that has it") {
  auto const text =
      code("a = { theme: { docs: { sidebar: '}' } }, docs: { path: 'guide', exclude: ['x'] } }");
  CHECK(text.written_in("docs", "path") == "guide");
  CHECK(text.written_list_in("docs", "exclude").values == Texts{"x"});
  CHECK_FALSE(text.written_in("docs", "route"));
  CHECK_FALSE(text.written_in("blog", "path"));
}

TEST_CASE("a list reports whether all of it is literal") {
  auto const list = [](std::string const& written) {
    return code("a = {x: " + written + "}").written_list("x");
  };
  CHECK(list("['a', \"b\",]").values == Texts{"a", "b"});
  CHECK_FALSE(list("['a', \"b\",]").computed);
  CHECK_FALSE(list("[]").computed);
  CHECK(list("[...y, 'b']").values == Texts{"b"});
  CHECK(list("[...y, 'b']").computed);
  CHECK(list("['a' + y, `c${z}`, 'd']").values == Texts{"d"});
  CHECK(list("y").computed);
  CHECK_FALSE(code("a = {}").written_list("x").computed);
}

TEST_CASE("arguments of calls are collected") {
  auto const calls =
      code("c.ignores.add('a'); c.ignores.add( \"b\" ); c.ignores.add(x); c.ignores.add('c' + x)")
          .written_arguments("ignores.add");
  CHECK(calls.values == Texts{"a", "b"});
  CHECK(calls.computed);
}

TEST_CASE("an inherited configuration is overridden map by map") {
  auto text = read("a.yml", "a: 1\nm: {x: 1}\n");
  text.inherit(read("b.yml", "a: 2\nb: 3\nm: {x: 2, y: 4}\n"));
  text.inherit(read("c.toml", "z = 5\n"), "m");
  CHECK(text.value({"a"}) == "1");
  CHECK(text.value({"b"}) == "3");
  CHECK(text.value({"m", "x"}) == "1");
  CHECK(text.value({"m", "y"}) == "4");
  CHECK(text.value({"m", "z"}) == "5");
}

TEST_CASE("a configuration that cannot be read is refused with its line, a program is not") {
  auto const broken = read("a.toml", "a = 1\nb = = 2\n");
  CHECK_THROWS_WITH(require_readable(broken, "x/a.toml"), Catch::StartsWith("x/a.toml:2: "));
  auto const missing = ConfigurationText("/nowhere/a.yml");
  CHECK_THROWS_WITH(require_readable(missing, "a.yml"), "a.yml: is not a regular file");
  CHECK_NOTHROW(require_readable(ConfigurationText("/nowhere/a.js"), "a.js"));
}
