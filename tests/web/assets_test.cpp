// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/assets.hpp"
#include "tests/catch.hpp"

#include <regex>
#include <string>

TEST_CASE("pages and scripts refer to the daemon relatively, so that it may be below a path") {
  std::regex const from_the_root(R"re(["'`]/[\w?][^"'`]*)re");
  std::size_t looked_at = 0;
  for (auto const& asset : recap::web::assets()) {
    if (!asset.name.ends_with(".html") && !asset.name.ends_with(".js")) continue;
    ++looked_at;
    INFO(asset.name);
    std::cmatch found;
    std::regex_search(asset.content.begin(), asset.content.end(), found, from_the_root);
    CHECK(found.str().empty());
  }
  CHECK(looked_at == 12);
}
