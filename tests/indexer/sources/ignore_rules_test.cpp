// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/ignore_rules.hpp"

#include "tests/catch.hpp"

using namespace recap::indexer;

namespace {

bool ignores(std::vector<std::string> const& lines, std::string_view path, bool folder = false) {
  return IgnoreRules(lines).verdict(path, folder) == IgnoreRules::Verdict::ignored;
}

} // namespace

TEST_CASE("a pattern without a slash matches a name at any depth") {
  CHECK(ignores({"*.draft.md"}, "a/b.draft.md"));
  CHECK(ignores({"drafts"}, "x/drafts", true));
  CHECK_FALSE(ignores({"drafts"}, "x/drafts.md"));
  CHECK_FALSE(ignores({"# a.md", "", " "}, "a.md"));
}

TEST_CASE("a pattern with a slash is anchored at its folder") {
  CHECK(ignores({"/a.md"}, "a.md"));
  CHECK_FALSE(ignores({"/a.md"}, "x/a.md"));
  CHECK(ignores({"x/*.md"}, "x/a.md"));
  CHECK_FALSE(ignores({"x/*.md"}, "x/y/a.md"));
  CHECK(ignores({"x/**/a.md"}, "x/a.md"));
  CHECK(ignores({"x/**/a.md"}, "x/y/z/a.md"));
  CHECK(ignores({"**/y"}, "x/y", true));
  CHECK(ignores({"x/**"}, "x/y/a.md"));
  CHECK_FALSE(ignores({"x/**"}, "x", true));
}

TEST_CASE("a pattern with a slash at the end matches folders, and the last match decides") {
  CHECK(ignores({"old/"}, "old", true));
  CHECK_FALSE(ignores({"old/"}, "old", false));
  CHECK_FALSE(ignores({"*.md", "!keep.md"}, "keep.md"));
  CHECK(ignores({"*.md", "!keep.md"}, "other.md"));
}
