// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/wordpress_export.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("blank lines separate paragraphs, except in code and between blocks") {
  CHECK(wordpress_html("a\n\nb").find("<p>b") != std::string::npos);
  CHECK(wordpress_html("<pre>a\n\nb</pre>") == "<pre>a\n\nb</pre>");
  CHECK(wordpress_html("<!-- wp:paragraph -->\n\n<p>a</p>").find("<p><p>") == std::string::npos);
}

TEST_CASE("shortcodes are removed, and brackets in prose are kept") {
  CHECK(wordpress_html("a [gallery ids=\"1\"] b") == "a  b");
  CHECK(wordpress_html("[caption]shown[/caption]") == "shown");
  CHECK(wordpress_html("he said [sic] so") == "he said [sic] so");
}
