// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/highlighter.hpp"

#include "tests/catch.hpp"
#include "tests/search/plan/expanded.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

/// The marked parts of `text`, with the words of the query that they match.
std::vector<std::string> marked(std::string const& q, std::string_view text) {
  tests::ExpandedTexts index({"boats sail by a windmill", "a boat, the end of the front"});
  Highlighter highlighter(index.of(q));
  std::vector<std::string> marked;
  for (Span const& span : highlighter.spans(text))
    marked.push_back(std::string(text.substr(span.begin, span.end - span.begin)) + " for " +
                     highlighter.words().at(span.unit));
  return marked;
}

using Marks = std::vector<std::string>;

} // namespace

TEST_CASE("words are found in any text, in any form, in order") {
  CHECK(marked("windmill boat", "Boats, a boat; windmills") ==
        Marks{"Boats for boat", "boat for boat", "windmills for windmill"});
  CHECK(marked("boat", "No ship").empty());
  CHECK(marked("boat", "").empty());
}

TEST_CASE("stop words are marked only in a query of nothing else") {
  CHECK(marked("the boat", "the boat of the sea") == Marks{"boat for boat"});
  CHECK(marked("of the", "the boat") == Marks{"the for the"});
}

TEST_CASE("words of a field are not marked elsewhere") {
  CHECK(marked("title:boat windmill", "boat and windmill") == Marks{"windmill for windmill"});
}

TEST_CASE("a text that is highlighted again has the same marks") {
  tests::ExpandedTexts index({"boats"});
  Highlighter highlighter(index.of("boat"));
  CHECK(highlighter.spans("a boat").size() == 1);
  CHECK(highlighter.spans("a boat").size() == 1);
  CHECK(highlighter.spans("boat, boat").size() == 2);
  CHECK(Highlighter().spans("a boat").empty());
}
