// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/values.hpp"

#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::metadata;

namespace {

using Texts = std::vector<std::string>;

Entry entry(std::string key, Texts values, Entry::Kind kind = Entry::Kind::text) {
  return {.key = std::move(key), .kind = kind, .values = std::move(values), .line = 3, .column = 2};
}

} // namespace

TEST_CASE("a text has one more part than separators") {
  CHECK(split("a,,b", ',') == Texts{"a", "", "b"});
  CHECK(split(",", ',') == Texts{"", ""});
  CHECK(split("", ',') == Texts{""});
}

TEST_CASE("the first key with a value counts, on one line") {
  Entries const metadata{entry("a", {" "}), entry("b", {"x\n y", "z"}), entry("c", {})};
  CHECK(first_of(metadata, {"missing", "c", "a", "b"}) == &metadata[1]);
  CHECK(first_of(metadata, {"a", "c"}) == nullptr);
  CHECK(text_of(metadata, {"a", "b"}) == "x y");
  CHECK(text_of(metadata, {"c"}).empty());
}

TEST_CASE("references are decoded in a text that was written for a page") {
  Entries metadata{entry("a", {"x &amp; <b>y</b>"})};
  CHECK(prose_of(metadata, {"a"}) == "x &amp; <b>y</b>");
  metadata[0].for_page = true;
  CHECK(prose_of(metadata, {"a"}) == "x & <b>y</b>");
  CHECK(text_of(metadata, {"a"}) == "x &amp; <b>y</b>");
  CHECK(list_of(metadata, {"a"}, Values::prose) == Texts{"x & <b>y</b>"});
}

TEST_CASE("a list has each value once, in the order of the keys") {
  Entries const metadata{entry("tags", {"Go", " go ", "", "C"}, Entry::Kind::list),
                         entry("topics", {"A, b,,a"}), entry("author", {"Ann and Bob"})};
  CHECK(list_of(metadata, {"topics", "tags"}, Values::with_commas) == Texts{"A", "b", "Go", "C"});
  CHECK(list_of(metadata, {"topics"}, Values::plain) == Texts{"A, b,,a"});
  CHECK(list_of(metadata, {"author"}, Values::names) == Texts{"Ann", "Bob"});
  CHECK(list_of(metadata, {"author"}, Values::prose) == Texts{"Ann and Bob"});
  Entries const listed{entry("author", {"Ann and Bob", "Eve, Jr."}, Entry::Kind::list)};
  CHECK(list_of(listed, {"author"}, Values::names) == Texts{"Ann and Bob", "Eve, Jr."});
  CHECK(list_of(metadata, {"missing"}, Values::plain).empty());
}

TEST_CASE("a refused value is named with its place, one that is left out where it cannot be read") {
  auto one = entry("year", {"ne\nver"});
  try {
    refuse(one, "is not a year");
  } catch (Unreadable const& error) {
    CHECK(std::string(error.what()) == "year \"ne ver\": is not a year");
    CHECK(error.line() == 3);
    CHECK(error.column() == 2);
  }
  auto const remark = remark_on(one, "is not a year");
  CHECK(remark.text == "year \"ne ver\": is not a year; indexed without it");
  CHECK(remark.line == 3);
  CHECK(remark.column == 2);
  one.values.clear();
  one.unread_line = 5;
  CHECK(remark_on(one, "x").text == "year: x; indexed without it");
  CHECK(remark_on(one, "x").line == 5);
  CHECK(remark_on(one, "x").column == 0);
}

TEST_CASE("a link is its text") {
  CHECK(without_links("a [b](c) d [e](f)") == "a b d e");
  CHECK(without_links("[a [b](c)") == "[a b");
  CHECK(without_links("a](b) [c](d)") == "a](b) c");
  for (std::string const text : {"", "[a](b", "[a] (b)", "a](b)", "(a)[b]"}) {
    INFO(text);
    CHECK(without_links(text) == text);
  }
}
