// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/preset.hpp"

#include "tests/catch.hpp"

#include <set>
#include <string>
#include <string_view>

using namespace recap::indexer;

TEST_CASE("every generator is found by its name, and is in the list of names") {
  std::set<std::string_view> names;
  std::string list;
  for (auto const& preset : presets()) {
    INFO(preset.name);
    CHECK(names.insert(preset.name).second);
    CHECK(preset_named(preset.name) == &preset);
    CHECK(is_site(preset, preset.name));
    list.append(list.empty() ? "" : ", ").append(preset.name);
  }
  CHECK(preset_names() == list);
  CHECK(is_site(no_generator(), "path"));
  for (auto const* name : {"", "Hugo", "hug", "hugo "})
    CHECK(preset_named(name) == nullptr);
}

TEST_CASE("the rules of every generator can be applied") {
  for (auto const& preset : presets()) {
    INFO(preset.name);
    CHECK_NOTHROW(heading_style(preset.anchors));
    REQUIRE_FALSE(preset.folders.empty());
    REQUIRE(preset.address != nullptr);
    for (auto const& folder : preset.folders) {
      CHECK_FALSE(folder.folder.starts_with('/'));
      CHECK_FALSE(folder.folder.ends_with('/'));
      CHECK((folder.route.empty() || folder.route.starts_with('/')));
    }
    if (preset.placeholders != nullptr)
      CHECK_FALSE(unknown_placeholder(preset.pattern, preset.placeholders()));
    auto const style = site_style({std::string(preset.name)});
    auto const address = preset.address({.path = "a b/c"}, style, "");
    CHECK(address.starts_with('/'));
    CHECK(address.find(' ') == std::string::npos);
  }
}
