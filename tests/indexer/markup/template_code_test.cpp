// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/template_code.hpp"

#include "indexer/markup/markdown.hpp"
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

TEST_CASE("template code within code is kept as written") {
  CHECK(text("`{{ a }}` and ``{% b ` %}``") == "{{ a }} and {% b ` %}");
  CHECK(text("```\n{{ x }}\n<Tabs/>{% y %}\n```\n") == "{{ x }}\n<Tabs/>{% y %}");
  CHECK(text("```\n{{< x >}}\n```\n", Dialect::mdx) == "{{< x >}}");
}

TEST_CASE("shortcodes are run in code") {
  CHECK(text("```sh\nkubelet={{< skew currentVersion >}}.0\n```\n") == "kubelet=.0");
  CHECK(text("is `v{{% skew %}}.1` or `{{< x >}}` and `more`") == "is v.1 or and more");
  CHECK(text("```\n{{</* ref \"a\" */>}} {{%/* b */%}}\n```\n") == "{{< ref \"a\" >}} {{% b %}}");
}

TEST_CASE("the tags of raw are removed, and their content is kept") {
  CHECK(text("`{% raw %}{{{% endraw %} }}` to") == "{{ }} to");
  CHECK(text("```\nP={% raw %}{{{% endraw %} your password }}\n```\n") == "P={{ your password }}");
  CHECK(text("```\n{%- raw -%}\n{{< x >}} {% y %}\n{%- endraw -%}\nz {% raw %}\n```\n") ==
        "{{< x >}} {% y %}\n\nz ");
  CHECK(text("{% raw %}\nwords\n{% endraw %}\nmore") == "words\nmore");
}

TEST_CASE("code between shortcodes is code") {
  CHECK(
      text("a\n{{< code file=\"x\" >}}\n<ul>{{ range first 10 .Pages }}\n\n# {{< x >}}\n{{< /code "
           ">}}\nb") == "a\n<ul>{{ range first 10 .Pages }}\n\n# \nb");
  CHECK(text("1. a\n\n   {{% highlight go %}}\n   f(x)\n   {{% / highlight %}}\n\n2. b") ==
        "a\nf(x)\nb");
  // Not alone on their lines, or indented so that a list ends between them.
  CHECK(text("{{< highlight go >}}f(x) *y*{{< /highlight >}} b") == "f(x) y b");
  CHECK(text("- a\n\n  {{< code >}}\n  f\n{{< /code >}}\n\n*b*") == "a\nf\nb");
  CHECK(text("{{< code >}}\n*a*\n\n{{< code >}}\nb\n{{< /code >}}") == "a\nb");
  CHECK(text("{{< code >}}\n*a*") == "a");
}

TEST_CASE("diagrams and comments are not text") {
  CHECK(text("a\n\n```mermaid\ngraph LR\n```\n\n{{< mermaid >}}\nx --> y\n{{< /mermaid >}}\n\nb") ==
        "a\nb");
  CHECK(text("```mermaids\nx\n```\n") == "x");
  CHECK(
      text("a {{< comment >}}not {{< x >}} this{{< /comment >}} b {%- comment -%} c {%- endcomment "
           "-%}") == "a b");
}

TEST_CASE("a link whose address has template code is a link") {
  CHECK(text("See [the site](https://example.org/{{< param x >}}/y).") == "See the site.");
  CHECK(text("[a]({{ \"/b\" | url }} \"Title\") [c](/{{< x >}}/{{< y >}}#z)") == "a c");
  CHECK(text("to [a] and [b][a]\n\n[a]: {{< relref \"x y\" >}}") == "to a and b");
  CHECK(text("at https://e.org/v{{< x >}}/y now") == "at https://e.org/v/y now");
  CHECK(text("[a] (b {{< x >}} c) [d](e {{< x >}})") == "[a] (b c) d");
}

TEST_CASE("unclosed template code takes linear time") {
  constexpr std::size_t many = 50'000;
  for (auto const* const piece :
       {"{% raw %}", "{{< code >}}\n", "{{< comment >}}", "{{<", "`{{< x", "](x{{ y }}", "[[",
        "%% ", "![[a", "*{a ", "{% raw %}`", "```\n{% raw %}\n"}) {
    std::string hostile;
    for (std::size_t i = 0; i < many; ++i)
      hostile += piece;
    INFO(piece);
    CHECK(without_template_code(hostile, Dialect::markdown).size() < 2 * hostile.size());
  }
}

TEST_CASE("tags of components are removed, and their content is kept") {
  CHECK(text("<Tabs groupId=\"x\" values={[{a: '>'}]}>\n<Tab>\n**in**side\n</Tab>\n</Tabs>") ==
        "inside");
  CHECK(text("Map<String, int> and List < T > stay") == "Map<String, int> and List < T > stay");
}

TEST_CASE("MDX modules and expressions are removed") {
  CHECK(text("import X from './x'\nimport Y from 'y'\n\nseen {1 + {a: 2}.a} and \\{kept}\n\n"
             "export const z = {\n  a: 1\n}\n",
             Dialect::mdx) == "seen and {kept}");
  CHECK(text("import taxes are paid {here}") == "import taxes are paid {here}");
}

TEST_CASE("code of a module continues after blank lines inside brackets") {
  CHECK(text("export const frontmatter = {\n  title: 'It\\'s } here',\n\n  draft: "
             "false,\n};\n\nseen\n",
             Dialect::mdx) == "seen");
  CHECK(text("export const X = () => (\n  <div>\n\n    don't show\n\n  </div>\n);\n\nseen\n",
             Dialect::mdx) == "seen");
  CHECK(text("export const broken = {\n\nseen\n", Dialect::mdx) == "seen");
}

TEST_CASE("an attribute whose value is false hides nothing") {
  CHECK(text("<div hidden={false}>shown</div>\n", Dialect::mdx) == "shown");
  CHECK(text("<div hidden={true}>gone</div>\n", Dialect::mdx).empty());
  CHECK(text("<div hidden>gone</div>\n", Dialect::mdx).empty());
}

TEST_CASE("every line keeps its number without template code") {
  CHECK(without_template_code("{{< a\nb >}}\nc", Dialect::markdown) == " \n\nc");
}
