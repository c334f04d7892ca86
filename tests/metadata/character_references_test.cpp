// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/character_references.hpp"

#include "tests/catch.hpp"

#include <string>

using recap::metadata::decoded_references;

TEST_CASE("references that end in a semicolon are decoded, by name or number") {
  CHECK(decoded_references("&ldquo;a&rdquo; &amp;&#39;&#x27;&#xAC00;") == "“a” &''가");
  CHECK(decoded_references("&CounterClockwiseContourIntegral;") == "∳");
  CHECK(decoded_references("a&#10;b") == "a\nb");
  CHECK(decoded_references("&amp;lt;") == "&lt;");
}

TEST_CASE("tags, lone signs and unknown references are kept as text") {
  for (std::string const text :
       {"", "a & b", "AT&T", "&lt", "a &amp b", "&;", "&& &", "<b>a</b>", "</title>",
        "a?b=c&copy=d", "& lt;", "&lt <b>;", "&nosuchreferenceatall;"}) {
    INFO(text);
    CHECK(decoded_references(text) == text);
    CHECK(decoded_references(text + " &lt;") == text + " <");
    CHECK(decoded_references("&gt; " + text) == "> " + text);
  }
}
