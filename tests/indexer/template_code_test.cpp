// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/template_code.hpp"

#include "indexer/markdown.hpp"
#include "tests/catch.hpp"

using namespace recap::indexer;

namespace {

std::string text(std::string_view markdown, Dialect dialect = Dialect::markdown) {
  auto const sections = markdown_sections(markdown, dialect);
  return sections.empty() ? "" : sections.front().text;
}

} // namespace

TEST_CASE("Liquid and Hugo shortcodes do not end up as words") {
  CHECK(text("a {% include x.html title=\"T\" %} b {{ page.title }} c") == "a b c");
  CHECK(text("{{< figure\n  src=\"a.png\"\n\n  width=\"3\" >}}\n\nseen") == "seen");
  CHECK(text("see [the docs]({{< ref \"a b\" >}})") == "see the docs");
  CHECK(text("a {% comment %} note *to* self {% endcomment %} b") == "a b");
  CHECK(text("{{< tooltip term=\"c\" text=\"클러스터\" >}}를 만든다") == "클러스터를 만든다");
  CHECK(text("a {{ b") == "a {{ b");
}

TEST_CASE("code shows template code as it is") {
  CHECK(text("`{{ a }}` and ``{% b ` %}``") == "{{ a }} and {% b ` %}");
  CHECK(text("```\n{{< x >}}\n<Tabs/>\n```\n") == "{{< x >}}\n<Tabs/>");
}

TEST_CASE("tags of components go and what they hold stays") {
  CHECK(text("<Tabs groupId=\"x\" values={[{a: '>'}]}>\n<Tab>\n**in**side\n</Tab>\n</Tabs>") ==
        "inside");
  CHECK(text("Map<String, int> and List < T > stay") == "Map<String, int> and List < T > stay");
}

TEST_CASE("MDX modules and expressions go") {
  CHECK(text("import X from './x'\nimport Y from 'y'\n\nseen {1 + {a: 2}.a} and \\{kept}\n\n"
             "export const z = {\n  a: 1\n}\n",
             Dialect::mdx) == "seen and {kept}");
  CHECK(text("import taxes are paid {here}") == "import taxes are paid {here}");
}

TEST_CASE("every line keeps its number without template code") {
  CHECK(without_template_code("{{< a\nb >}}\nc", Dialect::markdown) == " \n\nc");
}
