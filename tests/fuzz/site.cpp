// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/address.hpp"
#include "indexer/site/site_configuration.hpp"
#include "indexer/site/site_map.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <string>

namespace {

void write(std::filesystem::path const& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace

/// What lies beside articles: a configuration of each generator, a sitemap, a feed.
void recap::fuzz::read(std::string_view bytes) {
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
    static_cast<void>(indexer::find_site(root, {}));
    std::filesystem::remove(root / name);
  }
}
