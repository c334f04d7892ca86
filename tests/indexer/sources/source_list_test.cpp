// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/source_list.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

using namespace recap;
using namespace recap::indexer;

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

class Tree {
public:
  explicit Tree(Texts const& names) {
    for (auto const& name : names) {
      fs::create_directories((folder_.path() / name).parent_path());
      std::ofstream(folder_.path() / name) << "x";
    }
  }
  [[nodiscard]] std::string path(std::string const& name = "") const {
    return (folder_.path() / name).string();
  }

private:
  recap::tests::TemporaryFolder folder_;
};

Texts listed(std::string const& source, SourceSite const& site = {}) {
  SourceFilter filter;
  filter.sites[source] = site;
  Report report;
  Texts names;
  for (auto const& file : list_sources({source}, filter, report))
    names.push_back(file.relative);
  std::ranges::sort(names);
  return names;
}

} // namespace

TEST_CASE("a site's patterns and expressions keep files out") {
  Tree const tree({"a.md", "b.md", "x/c.md", "x/d.tmp.md", ".hidden.md", "e.txt"});
  CHECK(listed(tree.path()) == Texts{"a.md", "b.md", "x/c.md", "x/d.tmp.md"});
  CHECK(listed(tree.path(), {.exclude = {"/b.md"}, .expressions = {"\\.tmp\\.md$"}}) ==
        Texts{"a.md", "x/c.md"});
  CHECK(listed(tree.path(), {.include = {"/x/"}}) == Texts{"x/c.md", "x/d.tmp.md"});
}

TEST_CASE("a file named as a source is excluded only by its site") {
  Tree const tree({"a.md"});
  CHECK(listed(tree.path("a.md")) == Texts{"a.md"});
  CHECK(listed(tree.path("a.md"), {.exclude = {"*"}}).empty());
}

TEST_CASE("an index page excludes files next to it that are not pages") {
  Tree const tree({"x/index.md", "x/README.md", "x/y/a.md", "README.md"});
  CHECK(listed(tree.path(), {.index_before_readme = true}) ==
        Texts{"README.md", "x/index.md", "x/y/a.md"});
  CHECK(listed(tree.path(), {.bundles = true}) == Texts{"README.md", "x/index.md"});
}

TEST_CASE("places are relative to the project, whether the source is inside or above it") {
  Tree const tree({"docs/a.md"});
  Report report;
  SourceFilter filter;
  filter.sites[tree.path()] = {.below = "docs"};
  CHECK(list_sources({tree.path()}, filter, report).front().place == "a.md");
  filter.sites[tree.path("docs")] = {.place = "site/docs"};
  CHECK(list_sources({tree.path("docs")}, filter, report).front().place == "site/docs/a.md");
}

TEST_CASE("a source that is missing or is of another kind is refused") {
  Tree const tree({"a.png"});
  Report report;
  CHECK_THROWS_AS(list_sources({tree.path("none")}, {}, report), std::invalid_argument);
  CHECK_THROWS_AS(list_sources({tree.path("a.png")}, {}, report), std::invalid_argument);
}
