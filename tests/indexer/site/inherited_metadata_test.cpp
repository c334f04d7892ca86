// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/inherited_metadata.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

FolderDefaults draft_in(std::string const& folder) {
  return {.folder = folder, .metadata = {{.key = "draft", .values = {"true"}}}};
}

bool inherits(FolderDefaults const& defaults, std::string const& path,
              std::string const& site = "hugo") {
  auto style = site_style({site});
  style.configured = true;
  style.content = {{.folder = "content"}};
  style.languages = {"en", "ko"};
  style.defaults = {defaults};
  auto const place = place_of(path.substr(0, path.rfind('.')), style);
  return find(inherited_metadata({}, path, place, style), "draft") != nullptr;
}

} // namespace

TEST_CASE("articles inherit from their folder and from those above it") {
  CHECK(inherits(draft_in("content/a"), "content/a/b/c.md"));
  CHECK_FALSE(inherits(draft_in("content/a"), "content/ab/c.md"));
  CHECK(inherits(draft_in(""), "content/a.md"));
}

TEST_CASE("a target is matched with and without the ending, by kind and by language") {
  auto defaults = draft_in("content");
  defaults.target_path = "/a/*";
  CHECK(inherits(defaults, "content/a/b.md"));
  CHECK_FALSE(inherits(defaults, "content/a/b/c.md"));
  defaults.target_path = "/A/b.md";
  CHECK(inherits(defaults, "content/a/b.md"));
  defaults.target_path = "";
  defaults.target_kind = "{section,home}";
  CHECK(inherits(defaults, "content/a/_index.md"));
  CHECK_FALSE(inherits(defaults, "content/a/b.md"));
  defaults.target_kind = "";
  defaults.target_language = "ko";
  CHECK(inherits(defaults, "content/a/b.ko.md"));
  CHECK_FALSE(inherits(defaults, "content/a/b.md"));
}

TEST_CASE("an article's own metadata takes precedence, then that of the deepest folder") {
  SiteStyle style = site_style({"hugo"});
  style.defaults = {{.folder = "", .metadata = {{.key = "lang", .values = {"en"}}}},
                    {.folder = "a", .metadata = {{.key = "lang", .values = {"ko"}}}}};
  auto const language = [&](metadata::Entries const& stated) {
    return find(inherited_metadata(stated, "a/b.md", place_of("a/b", style), style), "lang")
        ->values.front();
  };
  CHECK(language({}) == "ko");
  CHECK(language({{.key = "lang", .values = {"de"}}}) == "de");
}
