// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_configuration.hpp"

#include "indexer/site/preset.hpp"
#include "tests/indexer/site/project.hpp"

using namespace recap;
using namespace recap::indexer;
namespace fs = std::filesystem;

namespace {

/// Finds the sites of a project.
struct Sites : Project {
  /// `generator folder` of the site to which `source` belongs, or empty.
  [[nodiscard]] std::string site_of(std::string const& source, std::string_view name = "") const {
    auto const site = find_site(folder.path() / source, name);
    if (!site) return {};
    return std::string(site->style.site->name) + ' ' + place_in(site->root, folder.path());
  }
};

} // namespace

TEST_CASE_METHOD(Sites, "a source belongs to the nearest project above that reads its folder") {
  write("hugo.toml");
  write("content/posts/a.md");
  write("static/a.md");
  write("content/inner/mkdocs.yml");
  write("content/inner/docs/a.md");
  CHECK(site_of("") == "hugo ");
  CHECK(site_of("content/posts") == "hugo ");
  CHECK(site_of("content/posts/a.md") == "hugo ");
  CHECK(site_of("content/inner/docs") == "mkdocs content/inner");
  CHECK(site_of("static").empty());
}

TEST_CASE_METHOD(Sites, "the search ends at a repository") {
  write("hugo.toml");
  write("content/module/a.md");
  CHECK(site_of("content/module") == "hugo ");
  fs::create_directory(folder.path() / "content/module/.git");
  CHECK(site_of("content/module").empty());
}

TEST_CASE_METHOD(Sites, "a site in docs or website of the source is found") {
  write("website/docusaurus.config.js");
  write("website/docs/a.md");
  CHECK(site_of("") == "docusaurus website");
}

TEST_CASE_METHOD(Sites, "only the named generator is looked for") {
  write("hugo.toml");
  write("content/a.md");
  write("mkdocs.yml");
  write("docs/a.md");
  CHECK(site_of("", "mkdocs") == "mkdocs ");
  CHECK(site_of("", "hugo") == "hugo ");
  CHECK(site_of("", "jekyll").empty());
}

TEST_CASE_METHOD(Sites, "config.toml is Hugo's only next to content, and not if it is Zola's") {
  write("config.toml", "title = 'x'\n");
  CHECK(site_of("").empty());
  write("content/a.md");
  CHECK(site_of("") == "hugo ");
  write("config.toml", "base_url = 'https://example.org'\n");
  CHECK(site_of("") == "zola ");
}

TEST_CASE_METHOD(Sites, "a configuration that cannot be read is refused with its line") {
  write("hugo.yaml", "title: x\nmenu: [\n");
  write("content/a.md");
  CHECK(refusal().starts_with("hugo.yaml:"));
}
