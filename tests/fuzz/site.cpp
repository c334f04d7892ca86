// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/address.hpp"
#include "indexer/site/site_configuration.hpp"
#include "indexer/site/site_map.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace recap::fuzz {

namespace {

void write(std::filesystem::path const& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A configuration that cannot be read is refused with its name, and in no other way.
void find_in(std::filesystem::path const& root, std::filesystem::path const& file) {
  try {
    static_cast<void>(indexer::find_site(root, {}));
  } catch (std::runtime_error const& error) {
    require(std::string_view(error.what()).starts_with(file.string() + ':'),
            "a refusal names its file");
  }
}

} // namespace

/// What lies beside articles: a configuration of each generator, a sitemap, a feed.
void read(std::string_view bytes) {
  static tests::TemporaryFolder const folder;
  auto const root = folder.path();
  for (char const* const name : {"sitemap.xml", "rss.xml"})
    write(root / name, bytes);
  for (auto const& [address, page] : indexer::read_site_map(root).pages)
    require(indexer::scheme_of(page.address).starts_with("http"), "a page has an address");
  std::filesystem::create_directories(root / ".git");
  std::filesystem::create_directories(root / "content");
  for (char const* const name : {"_config.yml", "mkdocs.yml", "config.toml", "docusaurus.config.js",
                                 "astro.config.mjs", "eleventy.config.js"}) {
    write(root / name, bytes);
    find_in(root, root / name);
    std::filesystem::remove(root / name);
  }
}

} // namespace recap::fuzz
