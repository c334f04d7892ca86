// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/language_order.hpp"

#include "metadata/metadata.hpp"
#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("languages are ordered by weight, else as written") {
  auto const tree =
      metadata::yaml_tree("fr: {weight: 2}\nko: {}\nen: {weight: 1}\nde: {weight: x}\n");
  CHECK(languages_by_weight(tree.get()) == std::vector<std::string>{"ko", "de", "en", "fr"});
  CHECK(languages_by_weight(nullptr).empty());
}

TEST_CASE("the default language comes first, listed or not") {
  std::vector<std::string> languages = {"ko", "en"};
  put_first(languages, "en");
  CHECK(languages == std::vector<std::string>{"en", "ko"});
  put_first(languages, "fr");
  put_first(languages, "");
  CHECK(languages == std::vector<std::string>{"fr", "en", "ko"});
}
