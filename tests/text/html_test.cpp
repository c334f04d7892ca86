// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "text/html.hpp"

TEST_CASE("text cannot leave its place in a page") {
  std::string html = "<b title=\"";
  recap::text::append_html(html, "a\"b'c</b>&lt;\n한");
  CHECK(html == "<b title=\"a&quot;b&#39;c&lt;/b&gt;&amp;lt;\n한");
}
