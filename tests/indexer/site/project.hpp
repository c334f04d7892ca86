// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_configuration.hpp"
#include "tests/index/store_fixture.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// A project in a folder of its own.
struct Project {
  Project() {
    // The search for a configuration must not leave the folder.
    std::filesystem::create_directory(folder.path() / ".git");
  }

  void write(std::string const& name, std::string_view text = "") const {
    std::filesystem::create_directories((folder.path() / name).parent_path());
    index::write_file(folder.path() / name, text);
  }

  /// The site to which `source` belongs; there must be one.
  [[nodiscard]] ConfiguredSite site(std::string const& source = "") const {
    return find_site(folder.path() / source, "").value();
  }

  /// Why the site's configuration is refused, without the folder.
  [[nodiscard]] std::string refusal() const {
    try {
      static_cast<void>(find_site(folder.path(), ""));
    } catch (std::runtime_error const& error) {
      std::string const reason = error.what();
      REQUIRE(reason.starts_with(folder.path().string() + '/'));
      return reason.substr(folder.path().string().size() + 1);
    }
    return "accepted";
  }

  tests::TemporaryFolder folder;
};

/// True if `pattern` is one of `patterns`.
inline bool has(std::vector<std::string> const& patterns, std::string const& pattern) {
  return std::ranges::find(patterns, pattern) != patterns.end();
}

/// The site of a project with only this configuration.
inline ConfiguredSite site_of(std::string const& file, std::string_view text) {
  Project const project;
  project.write(file, text);
  return project.site();
}

} // namespace recap::indexer
