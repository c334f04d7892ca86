// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/facet_words.hpp"

#include "tests/catch.hpp"

#include <optional>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

/// The matching parts of `value`, or nothing if it does not match.
std::optional<std::vector<std::string>> parts(std::string_view typed, std::string_view value) {
  FacetWords words(typed);
  auto const spans = words.spans(value);
  if (!spans) return std::nullopt;
  std::vector<std::string> texts;
  for (auto const& span : *spans)
    texts.emplace_back(value.substr(span.begin, span.end - span.begin));
  return texts;
}

using Parts = std::vector<std::string>;

} // namespace

TEST_CASE("each word typed begins a word of the value, in any order and case") {
  CHECK(parts("MO", "System monitoring") == Parts{"mo"});
  CHECK(parts("mon sys", "System monitoring") == Parts{"Sys", "mon"});
  CHECK_FALSE(parts("toring", "System monitoring"));
  CHECK_FALSE(parts("mon zoo", "System monitoring"));
}

TEST_CASE("an empty text matches every value, punctuation alone none") {
  CHECK(parts("", "redis") == Parts{});
  CHECK(parts("  ", "redis") == Parts{});
  CHECK_FALSE(parts("\"", "redis"));
}

TEST_CASE("matches that overlap are one, and a word that folding shortens is whole") {
  CHECK(parts("mon moni", "monitoring").value().size() == 1);
  CHECK(parts("ＭＯ", "ＭＯＮ zoo") == Parts{"ＭＯＮ"});
}
