// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/folder_defaults.hpp"

#include "indexer/site/drafts.hpp"
#include "indexer/site/site_configuration.hpp"
#include "metadata/values.hpp"
#include "tests/index/store_fixture.hpp"

#include <algorithm>

using namespace recap;
using namespace recap::indexer;
namespace fs = std::filesystem;

namespace {

using Folders = std::vector<std::string>;

/// A configured site of a generator in a folder of its own.
struct SiteFolder {
  explicit SiteFolder(std::string const& generator) {
    site.root = temporary.path();
    site.file = temporary.path() / "configuration";
    site.style = site_style({generator});
    site.style.configured = true;
    site.style.content = {{.folder = "content"}};
  }

  void write(std::string const& name, std::string_view text) const {
    fs::create_directories((site.root / name).parent_path());
    index::write_file(site.root / name, text);
  }

  /// The folders with defaults, in order; those whose articles are hidden with a `!`.
  [[nodiscard]] Folders folders() const {
    Folders found;
    for (auto const& defaults : site.style.defaults) {
      bool const hidden = find(defaults.metadata, kept_out_folder) != nullptr;
      found.push_back((hidden ? "!" : "") + defaults.folder);
    }
    return found;
  }

  tests::TemporaryFolder temporary;
  ConfiguredSite site;
};

} // namespace

TEST_CASE("cascades are read from all folders, the deepest last") {
  SiteFolder hugo("hugo");
  hugo.write("content/a/b/_index.md", "---\ncascade: {lang: ko}\n---\n");
  hugo.write("content/_index.md", "+++\n[cascade]\nrole = 'x'\n+++\n");
  hugo.write("content/a/_index.md", "---\ntitle: no cascade\n---\n");
  hugo.write("content/a/other.md", "---\ncascade: {lang: en}\n---\n");
  read_cascades("content", hugo.site);
  CHECK(hugo.folders() == Folders{"content", "content/a/b"});
  CHECK(metadata::text_of(hugo.site.style.defaults[1].metadata, {"lang"}) == "ko");
  CHECK(hugo.site.problems.empty());
}

TEST_CASE("a folder whose rules cannot be read is hidden, and reported once") {
  SiteFolder hugo("hugo");
  hugo.write("content/a/_index.md", "---\ntitle: x\ncascade: [\n---\n");
  read_cascades("content", hugo.site);
  hide_sections("content", hugo.site);
  CHECK(hugo.folders() == Folders{"!content/a"});
  REQUIRE(hugo.site.problems.size() == 1);
  CHECK(hugo.site.problems[0].file == (hugo.site.root / "content/a/_index.md").string());
  CHECK(hugo.site.problems[0].line > 1);
  CHECK(hugo.site.problems[0].reason.ends_with(
      "; the articles of its folder are kept out until then"));
}

TEST_CASE("sections that are drafts, expired or scheduled are hidden, and no others") {
  SiteFolder hugo("hugo");
  hugo.write("content/draft/_index.md", "---\ndraft: true\n---\n");
  hugo.write("content/expired/_index.md", "---\nexpiryDate: 2001-01-01\n---\n");
  hugo.write("content/later/_index.md", "---\npublishDate: 2999-01-01\n---\n");
  hugo.write("content/open/_index.md", "---\ndraft: false\nexpiryDate: 2999-01-01\n---\n");
  hide_sections("content", hugo.site);
  auto found = hugo.folders();
  std::ranges::sort(found);
  CHECK(found == Folders{"!content/draft", "!content/expired", "!content/later"});
}

TEST_CASE("a draft in a cascade hides the sections below") {
  SiteFolder hugo("hugo");
  hugo.write("content/a/_index.md", "---\ncascade: {draft: true}\n---\n");
  hugo.write("content/a/b/_index.md", "---\ntitle: b\n---\n");
  hugo.write("content/a/c/_index.md", "---\ndraft: false\n---\n");
  read_cascades("content", hugo.site);
  hide_sections("content", hugo.site);
  auto const found = hugo.folders();
  CHECK(std::ranges::count(found, "!content/a/b") == 1);
  CHECK(std::ranges::count(found, "!content/a/c") == 0);
}

TEST_CASE("Eleventy's data of a folder is read from JSON named like it") {
  SiteFolder eleventy("eleventy");
  eleventy.write("content/posts/posts.json", R"({"lang": "ko"})");
  eleventy.write("content/news/news.11tydata.json", R"({"draft": true})");
  eleventy.write("content/news/other.json", R"({"lang": "en"})");
  read_directory_data("content", eleventy.site);
  auto found = eleventy.folders();
  std::ranges::sort(found);
  CHECK(found == Folders{"content/news", "content/posts"});
}

TEST_CASE("Eleventy's data that cannot be read hides the folder, or is reported") {
  SiteFolder eleventy("eleventy");
  eleventy.write("content/bad/bad.json", "{");
  eleventy.write("content/list/list.json", "[]");
  eleventy.write("content/off/off.11tydata.js", "module.exports = { permalink: false };");
  eleventy.write("content/code/code.11tydata.cjs", "module.exports = { tags: tagsOf() };");
  read_directory_data("content", eleventy.site);
  auto found = eleventy.folders();
  std::ranges::sort(found);
  CHECK(found == Folders{"!content/bad", "!content/list", "!content/off"});
  REQUIRE(eleventy.site.problems.size() == 3);
  auto const reported = std::ranges::count_if(eleventy.site.problems, [](auto const& problem) {
    return problem.reason ==
           "data in JavaScript is not read; name the articles that it hides with --exclude";
  });
  CHECK(reported == 1);
}
