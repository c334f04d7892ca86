// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/address.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("an address keeps its scheme, and a path is appended to the site") {
  CHECK(scheme_of("https://example.org/a:b") == "https");
  CHECK(scheme_of("a/b:c").empty());
  CHECK(stated_address("/a/", "https://e.org/x") == "https://e.org/x/a/");
  CHECK(stated_address("//e.org/a", "https://f.org") == "//e.org/a");
  CHECK_FALSE(stated_address("javascript:alert(1)", "https://e.org"));
}

TEST_CASE("bytes that are not allowed in an address are percent-encoded, and decoded again") {
  CHECK(percent_encoded("a b/설?#") == "a%20b/%EC%84%A4%3F%23");
  CHECK(percent_decoded("a%20b%2") == "a b%2");
  CHECK(encoded_component("a/b ~'") == "a%2Fb%20~'");
  CHECK(encoded_fragment("설 \"a\"") == "설%20%22a%22");
  CHECK(encoded_fragment(encoded_fragment("a <b>")) == encoded_fragment("a <b>"));
}
