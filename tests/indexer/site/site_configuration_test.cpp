// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_configuration.hpp"

#include "indexer/site/preset.hpp"
#include "tests/index/store_fixture.hpp"

#include <stdexcept>

using namespace recap;
using namespace recap::indexer;
namespace fs = std::filesystem;

namespace {

/// A project in a folder of its own.
struct Project {
  Project() {
    // The search for a configuration must not leave the folder.
    fs::create_directory(folder.path() / ".git");
  }

  void write(std::string const& name, std::string_view text = "") const {
    fs::create_directories((folder.path() / name).parent_path());
    index::write_file(folder.path() / name, text);
  }

  /// `generator folder` of the site to which `source` belongs, or empty.
  [[nodiscard]] std::string site_of(std::string const& source, std::string_view name = "") const {
    auto const site = find_site(folder.path() / source, name);
    if (!site) return {};
    return std::string(site->style.site->name) + ' ' + place_in(site->root, folder.path());
  }

  tests::TemporaryFolder folder;
};

} // namespace

TEST_CASE_METHOD(Project, "a source belongs to the nearest project above that reads its folder") {
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

TEST_CASE_METHOD(Project, "the search ends at a repository") {
  write("hugo.toml");
  write("content/module/a.md");
  CHECK(site_of("content/module") == "hugo ");
  fs::create_directory(folder.path() / "content/module/.git");
  CHECK(site_of("content/module").empty());
}

TEST_CASE_METHOD(Project, "a site in docs or website of the source is found") {
  write("website/docusaurus.config.js");
  write("website/docs/a.md");
  CHECK(site_of("") == "docusaurus website");
}

TEST_CASE_METHOD(Project, "only the named generator is looked for") {
  write("hugo.toml");
  write("content/a.md");
  write("mkdocs.yml");
  write("docs/a.md");
  CHECK(site_of("", "mkdocs") == "mkdocs ");
  CHECK(site_of("", "hugo") == "hugo ");
  CHECK(site_of("", "jekyll").empty());
}

TEST_CASE_METHOD(Project, "config.toml is Hugo's only next to content, and not if it is Zola's") {
  write("config.toml", "title = 'x'\n");
  CHECK(site_of("").empty());
  write("content/a.md");
  CHECK(site_of("") == "hugo ");
  write("config.toml", "base_url = 'https://example.org'\n");
  CHECK(site_of("") == "zola ");
}

TEST_CASE_METHOD(Project, "a configuration that cannot be read is refused with its line") {
  write("hugo.yaml", "title: x\nmenu: [\n");
  write("content/a.md");
  std::string reason;
  try {
    static_cast<void>(find_site(folder.path(), ""));
  } catch (std::runtime_error const& error) {
    reason = error.what();
  }
  CHECK(reason.starts_with((folder.path() / "hugo.yaml").string() + ':'));
}
