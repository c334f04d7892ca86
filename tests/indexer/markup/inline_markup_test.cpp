// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/inline_markup.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("markup of Obsidian and attribute lists are read as shown") {
  auto const shown = [](std::string_view text, std::string_view before = "a ") {
    auto const found = inline_markup_at(text, before);
    return found ? found->shown + '|' + std::to_string(found->bytes) : "none";
  };
  CHECK(shown("[[page|shown]] x") == "shown|14");
  CHECK(shown("[[page]]") == "page|8");
  CHECK(shown("==marked==") == "marked|10");
  CHECK(shown("%%hidden%% x") == "|10");
  CHECK(shown("{: .class}", "*a*") == "|10");
  CHECK(shown("plain") == "none");
}

TEST_CASE("the label or title of a component is shown") {
  CHECK(component_title("<TabItem label=\"One\">").find("One") != std::string::npos);
  CHECK(component_title("<Card title='Two'>").find("Two") != std::string::npos);
  CHECK(component_title("<Card>").empty());
}
