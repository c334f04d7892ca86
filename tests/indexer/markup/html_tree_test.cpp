// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/html_tree.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap::indexer;

namespace {

GumboNode const* first(HtmlTree const& tree, GumboTag tag) {
  auto const found = elements(tree.root(), [&](auto const* node) { return tag_of(node) == tag; });
  REQUIRE_FALSE(found.empty());
  return found.front();
}

} // namespace

TEST_CASE("a walk enters and leaves elements in page order, and skips those it may not enter") {
  std::string const html = "<p>a<b>c</b></p><i>d<u>e</u></i>";
  HtmlTree const tree(html, GUMBO_TAG_DIV);
  std::string steps;
  walk(
      tree.root(),
      [&](GumboNode const* node) {
        steps += node->type == GUMBO_NODE_TEXT ? node->v.text.text : "(";
        return tag_of(node) != GUMBO_TAG_I;
      },
      [&](GumboNode const* node) { steps += node->type == GUMBO_NODE_TEXT ? "" : ")"; });
  CHECK(steps == "((a(c))()");
}

TEST_CASE("elements are those below the top that are wanted, with the top itself") {
  std::string const html = "<div><p id=a>x</p><p id=b>y<span id=c></span></p></div>";
  HtmlTree const tree(html, GUMBO_TAG_BODY);
  auto const* const div = first(tree, GUMBO_TAG_DIV);
  std::string ids;
  for (auto const* const node : elements(div, [](auto const*) { return true; }))
    ids += has_attribute(node, "id") ? attribute(node, "id") : "-";
  CHECK(ids == "-abc");
  CHECK(elements(div, [](auto const*) { return false; }).empty());
  auto const* const text =
      static_cast<GumboNode const*>(first(tree, GUMBO_TAG_P)->v.element.children.data[0]);
  CHECK(tag_of(text) == GUMBO_TAG_LAST);
}

TEST_CASE("an attribute that is empty differs from one that is missing") {
  std::string const html = "<a hidden rel='author\tme\n x' HREF=\"&lt;&#44032;\">b</a>";
  HtmlTree const tree(html);
  auto const* const link = first(tree, GUMBO_TAG_A);
  CHECK(has_attribute(link, "hidden"));
  CHECK(attribute(link, "hidden").empty());
  CHECK_FALSE(has_attribute(link, "id"));
  CHECK(attribute(link, "id").empty());
  CHECK(attribute(link, "href") == "<가");
  for (auto const* word : {"author", "me", "x"})
    CHECK(has_word(link, "rel", word));
  for (auto const* word : {"aut", "hor", "author me"})
    CHECK_FALSE(has_word(link, "rel", word));
  CHECK_FALSE(has_word(link, "class", "author"));
}

TEST_CASE("plain text is on one line, with references decoded") {
  std::string const html = "<p> a\n <b>b&amp;</b><!-- no --> <svg><![CDATA[c]]></svg>\t</p>";
  HtmlTree const tree(html, GUMBO_TAG_DIV);
  CHECK(plain_text(tree.root()) == "a b& c");
  HtmlTree const none("", GUMBO_TAG_DIV);
  CHECK(plain_text(none.root()).empty());
}

TEST_CASE("a page is parsed and freed however deep it is and however long its texts are") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i)
    deep += "<span>";
  deep += "<b>end</b>";
  HtmlTree const tree(deep);
  CHECK(plain_text(first(tree, GUMBO_TAG_B)) == "end");
  std::string const large(1'000'000, 'x'); // more than a block of the arena
  std::string const page = "<a title=\"" + large + "\">" + large + "</a><p>end</p>";
  HtmlTree const long_texts(page);
  CHECK(attribute(first(long_texts, GUMBO_TAG_A), "title") == large);
  CHECK(plain_text(first(long_texts, GUMBO_TAG_A)) == large);
  CHECK(plain_text(first(long_texts, GUMBO_TAG_P)) == "end");
}
