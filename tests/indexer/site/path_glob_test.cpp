// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/path_glob.hpp"

#include "tests/catch.hpp"

#include <algorithm>

using namespace recap::indexer;
using Texts = std::vector<std::string>;

TEST_CASE("braces expand to each of their parts, also nested") {
  CHECK(expanded_braces("a/{b,c}.md") == Texts{"a/b.md", "a/c.md"});
  CHECK(expanded_braces("{a,{b,c}d}e") == Texts{"ae", "bde", "cde"});
  CHECK(expanded_braces("{a,}b") == Texts{"ab", "b"});
  CHECK(expanded_braces("a{b") == Texts{"a{b"});
}

TEST_CASE("braces that would make too many patterns are not all expanded") {
  std::string many;
  for (int i = 0; i < 40; ++i)
    many += "{a,b}";
  CHECK(expanded_braces(many).size() < 2000);
  CHECK(crossing_patterns(std::string(60, '*') + "a*b*c*d*e*f*g*h*i*j*k*l*m*n").size() < 20'000);
}

TEST_CASE("one star stays within a name, and two cross folders") {
  CHECK(path_matches("/posts/*", "/posts/a"));
  CHECK_FALSE(path_matches("/posts/*", "/posts/a/b"));
  CHECK(path_matches("/posts/**", "/posts/a/b"));
  CHECK_FALSE(path_matches("/posts/**", "/posts"));
  CHECK(path_matches("/posts/**.md", "/posts/a/b.md"));
  CHECK(path_matches("/posts**", "/posts-old/a"));
  CHECK(path_matches("**/{x,y}.md", "x.md"));
  CHECK(path_matches("/[ab]?/c", "/b1/c"));
}

TEST_CASE("a pattern of a project is written for a folder in it") {
  CHECK(patterns_below("/docs/a*.md", "docs") == Texts{"/a*.md"});
  CHECK(patterns_below("/*/b/", "a") == Texts{"/b/"});
  CHECK(patterns_below("/**/b", "x/y") == Texts{"/**/b"});
  CHECK(patterns_below("/docs/a", "blog").empty());
  CHECK(patterns_below("/docs", "docs").empty());
}

TEST_CASE("a star that crosses folders is written as patterns of .gitignore") {
  auto const matches = [](std::string_view pattern, std::string_view path) {
    auto const patterns = crossing_patterns(pattern);
    return std::ranges::any_of(
        patterns, [&](auto const& each) { return names_match(names_of(each), names_of(path)); });
  };
  CHECK(matches("*.wip.md", "a.wip.md"));
  CHECK(matches("*.wip.md", "a/b/c.wip.md"));
  CHECK(matches("a*b/c.md", "ax/y/b/c.md"));
  CHECK_FALSE(matches("*.wip.md", "a/b.md"));
}
