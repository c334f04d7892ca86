// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/link.hpp"
#include "tests/catch.hpp"

using recap::web::address;
using recap::web::safe_link;

TEST_CASE("a page links to addresses of the web and of its own site") {
  auto const* const url =
      GENERATE("https://example.org/a?b=c#d", "HTTP://example.org", "/posts/1#x:y", "posts/1",
               "posts/a b", "//example.org/a", "?q=a:b", "#a:b", "");
  CHECK(safe_link(url) == url);
}

TEST_CASE("a page never links to an address that runs or hides something") {
  auto const* const url =
      GENERATE("javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
               "\x01javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
               "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd",
               "java script:x", ":x");
  CHECK(safe_link(url).empty());
}

TEST_CASE("an address encodes its parameters and leaves out empty ones") {
  CHECK(address("./", {}) == "./");
  CHECK(address("./", {{"q", "a&b=c d"}, {"sort", ""}, {"year", "2022"}}) ==
        "./?q=a%26b%3Dc%20d&year=2022");
  CHECK(address("feed.atom", {{"q", "인"}}) == "feed.atom?q=%EC%9D%B8");
}
