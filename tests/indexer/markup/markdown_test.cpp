// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/markdown.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap::indexer;

TEST_CASE("headings make sections with GitHub's anchors or their own") {
  auto const sections =
      markdown_sections("intro\n\n# A *b*\n\ntext\n\n## A b\n\n## 설치 {#install}\n");
  REQUIRE(sections.size() == 4);
  CHECK(sections[0].heading.empty());
  CHECK(sections[1].heading == "A b");
  CHECK(sections[1].anchor == "a-b");
  CHECK(sections[2].anchor == "a-b-1");
  CHECK(sections[3].heading == "설치");
  CHECK(sections[3].anchor == "install");
}

TEST_CASE("text that a reader sees is kept, and markup is removed") {
  auto const text = [](std::string_view markdown) {
    return markdown_sections(markdown).at(0).text;
  };
  CHECK(text("a [link](http://x) and ![alt](y.png)") == "a link and alt");
  CHECK(text("| a | b |\n|---|---|\n| c | d |") == "a b\nc d");
  CHECK(text("- one\n- two\n") == "one\ntwo");
  CHECK(text("<div class=\"x\">seen</div>\n") == "seen");
  CHECK(text("<div>&ldquo;caf&eacute;&rdquo; &lt;b&gt; &amp; co</div>\n") == "“café” <b> & co");
  CHECK(text("x\n\n<script>hidden()</script>\n") == "x");
  CHECK(text("a {{< note >}} b {% raw %} c") == "a b c");
  CHECK(text("`{{ kept }}` here") == "{{ kept }} here");
  CHECK(text("**\"강조\"**는 여기") == "\"강조\"는 여기");
}

TEST_CASE("template code on a line of an HTML block does not end the block") {
  auto const text = [](std::string_view markdown) {
    return markdown_sections(markdown).at(0).text;
  };
  CHECK(text("<div class=\"x\">\n{% include x.html %}\n    <p>seen <b>too</b></p>\n</div>\n") ==
        "seen too");
  CHECK(text("<table>\n  {% for r in rows %}\n    <tr><td>{{ r }}</td><td>cell</td></tr>\n"
             "  {% endfor %}\n</table>\n\nend\n") == "cell\nend");
  CHECK(text("<ul>\n  {{< a >}}{{< b >}}\n      <li>one</li>\n</ul>\n") == "one");
  CHECK(text("<div>\n  {{< figure\n    src=\"a.png\" >}}\n      <p>one</p>\n</div>\n") == "one");
  CHECK(text("<div>\n  {% comment %}\n\n  no\n  {% endcomment %}\n      <p>one</p>\n</div>\n") ==
        "one");
  // Anything but an HTML block is unchanged.
  CHECK(text("one\n{% if a %}\ntwo\n{% endif %}\n") == "one\ntwo");
  CHECK(text("- one\n\n    {% include a %}\n\n    two\n") == "one\ntwo");
  CHECK(text("x\n\n    <div>\n    {% include a %}\n    </div>\n").find("<!") == std::string::npos);
}

TEST_CASE("an empty text has no sections") {
  CHECK(markdown_sections("").empty());
}

namespace {

std::string text(std::string_view markdown, Dialect dialect = Dialect::markdown) {
  auto const sections = markdown_sections(markdown, dialect);
  return sections.empty() ? "" : sections.front().text;
}

std::string anchored(std::string_view heading, Dialect dialect = Dialect::markdown) {
  auto const sections = markdown_sections(heading, dialect);
  return sections.empty() ? "none" : sections.back().heading + " #" + sections.back().anchor;
}

} // namespace

TEST_CASE("tags in Markdown separate words as in pages") {
  CHECK(text("| Save<br>Store |\n|---|\n| a<br/>b |") == "Save Store\na b");
  CHECK(text("first<br>second <div>block</div>after") == "first second\nblock\nafter");
  CHECK(text("one<li>two<p>three<hr>four") == "one\ntwo\nthree\nfour");
  CHECK(text("one<td>two<tr>three") == "one two three");
  CHECK(text("- x <table><tr><td>a</td><td>b</td></tr></table>") == "x\na b");
  CHECK(text("<b>bold</b>word and in<i>side</i>") == "boldword and inside");
  CHECK(text("<dl><dt>a</dt><dd>b</dd></dl>\n\n<center>c</center>d") == "a\nb\nc\nd");
  CHECK(text("a <img src=x alt='a kettle'> b\n\n<p><img alt=\"a pot\"></p>") ==
        "a a kettle b\na pot");
  CHECK(text("![a](x)b <img alt=c>d") == "a b c d");
  CHECK(text("<nav>menu</nav>\n\n<p hidden>no</p>\n\n<form><button>x</button></form>\n\nseen") ==
        "seen");
  CHECK(text("<pre>\na  b\n  c\n</pre>") == "a  b\n  c");
}

TEST_CASE("a tag that is never closed hides nothing") {
  for (auto const* tag : {"object", "form", "button", "title", "script", "style", "textarea", "nav",
                          "plaintext", "template", "select", "xmp", "h2", "pre"}) {
    INFO(tag);
    CHECK(text("Use <" + std::string(tag) + "> here\n\nand there") == "Use here\nand there");
  }
  CHECK(text("a <button>Save</button> b") == "a b");
}

TEST_CASE("an unclosed tag alone on its line, or one that closes itself, hides nothing") {
  for (auto const* tag : {"iframe", "form", "script", "style", "textarea", "button", "select",
                          "object", "template", "noscript", "nav", "footer"}) {
    INFO(tag);
    std::string const name = tag;
    CHECK(text("before\n\n<" + name + " src=\"x\"\n  id=\"y\" />\n\nand behind") ==
          "before\nand behind");
    CHECK(text("before\n\n<div>\n<" + name + ">\n</div>\n\nand behind") == "before\nand behind");
  }
  CHECK(text("before\n\n<form>\n\nfield\n\n</form>\n\nand behind") == "before\nand behind");
  CHECK(text("before\n\n<nav><form>x</form></nav>\n\nand behind") == "before\nand behind");
}

TEST_CASE("headings in HTML are headings") {
  auto const sections = markdown_sections(
      "<h1 align=\"center\">Kettle</h1>\n\nwords\n\n<h2 id=\"use\">Usage</h2>\n\nmore\n\n<div "
      "align=center>\n<h2>Plain</h2>\n</div>");
  REQUIRE(sections.size() == 3);
  CHECK(sections[0].heading == "Kettle");
  CHECK(sections[0].level == 1);
  CHECK(sections[1].heading == "Usage");
  CHECK(sections[1].anchor == "use");
  CHECK(sections[2].anchor == "plain");
}

TEST_CASE("attribute lists of headings set their ids and are removed") {
  for (auto const* line :
       {"## Setup {#own}", "## Setup {#own .wide}", "## Setup {.wide #own}",
        "## Setup {id=\"own\"}", "## Setup { #own }", "## Setup {: #own }", "## Setup {:#own}",
        "## Setup {#own} ##", "## Setup ## {#own}", "## Setup {#own data-x=\"a } b\"}",
        "Setup {#own}\n---", "## Setup\n{: #own}", "Setup\n===\n{: .wide #own}",
        "> ## Setup {#own}", "## Setup {/* #own */}"}) {
    INFO(line);
    CHECK(anchored(line) == "Setup #own");
    CHECK(anchored(line, Dialect::mdx) == "Setup #own");
  }
  for (auto const* line :
       {"## Setup {.wide}", "## Setup {-}", "## Setup {.unnumbered .unlisted}",
        "## Setup {: .no_toc }", "## Setup\n{: .no_toc}", "## Setup {data-toc=no}"}) {
    INFO(line);
    CHECK(anchored(line) == "Setup #setup");
  }
  CHECK(anchored("## Setup {#my_own_id}") == "Setup #my_own_id");
  CHECK(anchored("## Setup {#own}\n\n## Own") == "Own #own");
  CHECK(anchored("## Of {name} and C#") == "Of {name} and C# #of-name-and-c");
  CHECK(anchored("## Use {name}") == "Use {name} #use-name");
  CHECK(anchored("## Setup {id=\"a b\"}") == "Setup #a%20b");
  CHECK(anchored("<h2 id='a \"b\"'>X</h2>") == "X #a%20%22b%22");
  CHECK(anchored("## 설치 {#설치-법}") == "설치 #설치-법");
}

TEST_CASE("block markup is reduced to titles and content") {
  for (auto const* block :
       {":::tip[My title]\nseen\n:::", "::: tip My title\nseen\n:::",
        ":::tip My title\n\nseen\n\n:::", "::: details My title {open}\nseen\n:::",
        "::: {.callout-tip title=\"My title\"}\nseen\n:::", "!!! tip \"My title\"\n    seen\n",
        "??? tip \"My title\"\n\n    seen\n", "???+ tip inline \"My title\"\n    seen",
        "=== \"My title\"\n\n    seen\n", "> [!TIP] My title\n> seen", "> [!tip]- My title\n> seen",
        "::::tip[My title]\nseen\n::::"}) {
    INFO(block);
    CHECK(text(block) == "My title\nseen");
    CHECK(text("before\n\n" + std::string(block) + "\n\nafter") == "before\nMy title\nseen\nafter");
  }
  for (auto const* block : {"::: info\nseen\n:::",
                            ":::note\nseen\n:::",
                            "> [!NOTE]\n> seen",
                            "!!! note\n    seen",
                            "[[toc]]\n\nseen",
                            "[TOC]\n\nseen",
                            "[[_TOC_]]\nseen",
                            "seen\n{: .notice}",
                            "seen\n{: .notice--info }\n",
                            "* TOC\n{:toc}\n\nseen",
                            "1. Contents\n{:toc .x}\nseen",
                            "seen\n{:toc}",
                            "{::comment}\nno\n{:/comment}\nseen",
                            "{::options toc_levels=\"1\" /}\n\nseen",
                            "--8<-- \"a.md\"\nseen",
                            "<<< @/a.js\n\nseen",
                            "%%hidden%% seen",
                            "seen %%hidden%%",
                            "%%\nhidden\n\nand more\n%%\n\nseen",
                            "%% hidden\nmore %%\n\nseen",
                            "![[picture.png]]\n\nseen"}) {
    INFO(block);
    CHECK(text(block) == "seen");
  }
  CHECK(text("!!! note\n    a\n\n    !!! tip \"T\"\n        b\n\n    c\n\nd") == "a\nT\nb\nc\nd");
  CHECK(text("!!! note\n\n    - a\n\n        code *x*\n") == "a\ncode x");
  CHECK(text("Term\n: _its_ meaning\n: and another") == "Term\nits meaning\nand another");
  CHECK(text("<TabItem value='a' label=\"An apple\">\n\nseen\n\n</TabItem>") == "An apple\nseen");
  CHECK(text("<Card icon={x} title='A card' subtitle=\"no\">seen</Card>") == "A card\nseen");
  CHECK(text("=== \"C\"\n\n    ``` c\n    int *a, *b;\n    ```\n") == "C\nint *a, *b;");
}

TEST_CASE("wiki links are replaced by the text that they show") {
  CHECK(text("to [[Page]] and [[folder/page|the other]]!") == "to Page and the other!");
  CHECK(text("see [[Page#Part]] or [[#Part]]") == "see Page Part or Part");
  CHECK(text("| a |\n|---|\n| [[Page\\|shown]] |") == "a\nshown");
  CHECK(text("[[1]](#fn) and `[[ x ]]` and [[ -f y ]]") == "[1] and [[ x ]] and [[ -f y ]]");
  CHECK(text("an image ![a](b.png){width=300} [c](d){:target=\"_blank\"} *e*{: .f}") ==
        "an image a c e");
}

TEST_CASE("text that only looks like markup is kept") {
  for (auto const* line : {"100%% and 50%%", "Stop!!! now", "a ::: b", "!!! note",
                           "=== done ===", "of {name} here", "[x] toc", "f(x){y}"}) {
    INFO(line);
    CHECK(text(line) == line);
  }
  CHECK(text("```\n:::tip[x]\n{: .y}\n[[toc]]\n%%z%%\n```") == ":::tip[x]\n{: .y}\n[[toc]]\n%%z%%");
  CHECK(text("a\n\n    :::tip\n    # x {#y}\n") == "a\n:::tip\n# x {#y}");
  CHECK(text("- ```sh\n  :::tip\n  ```\n- b\n\n:::tip[T]\nc\n:::") == ":::tip\nb\nT\nc");
  CHECK(text("`%%a%%` and `{: .x}`") == "%%a%% and {: .x}");
}

TEST_CASE("in MDX, indented text is not code") {
  auto const mdx = [](std::string_view markdown) { return text(markdown, Dialect::mdx); };
  CHECK(mdx("<Tabs>\n  <Tab>\n\n    **in**side [a](b)\n\n  </Tab>\n</Tabs>") == "inside a");
  CHECK(mdx("<Tab>\n\n      ```js\n      a *b*\n        c\n      ```\n\n</Tab>") == "a *b*\n  c");
  CHECK(mdx("<div className=\"x\">\n    a *b*\n    [c](d)\n</div>") == "a b c");
  CHECK(markdown_sections("<section>\n  ## A {#x}\n  b\n</section>", Dialect::mdx).at(0).anchor ==
        "x");
  CHECK(mdx("    - a\n      - b\n\n        more\n") == "a\nb\nmore");
  CHECK(mdx("- a\n\n  more\n\n      still *x*\n\nend") == "a\nmore\nstill *x*\nend");
}

TEST_CASE("footnotes are text, and the links to them and back are not") {
  CHECK(text("a[^1] b\n\n[^1]: the note") == "a b\nthe note");
}

TEST_CASE("definitions of abbreviations are not text") {
  auto const sections = markdown_sections("The HTML text.\n\n*[HTML]: Hypertext\n*[W3C]: World\n");
  REQUIRE(sections.size() == 1);
  CHECK(sections[0].text == "The HTML text.");
}

TEST_CASE("blocks of PyMdown have a title and content, and no options") {
  auto const sections =
      markdown_sections("/// note | Mind *this*\nContent.\n///\n\n/// details | T\n"
                        "    type: warning\n    open: true\n\nInner.\n\n///\n\n"
                        "/// html | div.wide\nWide.\n///\n\n//// tab | Two\nIn it.\n////\n\n"
                        "a /// b\n\n// no comment\n");
  REQUIRE(sections.size() == 1);
  CHECK(sections[0].text ==
        "Mind this\nContent.\nT\nInner.\nWide.\nTwo\nIn it.\na /// b\n// no comment");
}

TEST_CASE("Markdown in an element with markdown=\"1\" is Markdown") {
  auto const sections =
      markdown_sections("<div class=\"a\" markdown=\"1\">\n## In it\nA *word*.\n</div>\n"
                        "<section markdown>\n- item\n</section>\nAfter.\n");
  REQUIRE(sections.size() == 1);
  CHECK(sections[0].heading == "In it");
  CHECK(sections[0].text == "A word.\nitem\nAfter.");
  CHECK(markdown_sections("<div markdown=\"0\">\n*a*\n</div>\n").at(0).text == "*a*");
}

TEST_CASE("marked text is text, and a comparison is kept") {
  auto const text = [](std::string_view markdown) {
    return markdown_sections(markdown).at(0).text;
  };
  CHECK(text("a ==marked text== b, ==둘==은") == "a marked text b, 둘은");
  CHECK(text("a == b and c==d==e, `==x==`, ===") == "a == b and c==d==e, ==x==, ===");
}
