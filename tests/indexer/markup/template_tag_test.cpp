// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/template_tag.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap::indexer;

namespace {

/// Name and inside of the tag at the beginning of `text`, with its properties.
std::string tag(std::string_view text) {
  auto const found = template_tag_at(text);
  if (!found) return "none";
  return std::string(found->name) + '|' + std::string(found->inside) +
         (found->shortcode ? " shortcode" : "") + (found->liquid ? " liquid" : "") +
         (found->closes ? " closes" : "");
}

std::string closing(std::string_view text) {
  auto const opening = template_tag_at(text);
  REQUIRE(opening);
  auto const at = closing_tag(text, *opening);
  return at ? std::string(text.substr(*at)) : "none";
}

std::string module_of(std::string_view text) {
  auto const bytes = module_bytes(text);
  return bytes ? std::string(text.substr(0, *bytes)) : "none";
}

} // namespace

TEST_CASE("a tag is read in each pair of brackets") {
  CHECK(tag("{{< note a=\"b\" >}} c") == "note|note a=\"b\" shortcode");
  CHECK(tag("{{% note\n%}}") == "note|note shortcode");
  CHECK(tag("{{ .Title }}") == ".Title|.Title");
  CHECK(tag("{%- if a -%}") == "if|if a liquid");
  CHECK(tag("{{< note }} a") == "<|< note"); // without its own brackets, an output
  for (auto const* text : {"{{ a", "{% a }}", "a {{ b }}", "{ a }", ""}) {
    INFO(text);
    CHECK(tag(text) == "none");
  }
  CHECK(tag("{{" + std::string(longest_tag, ' ') + "}}") == "none");
}

TEST_CASE("a closing tag has the name of what it closes") {
  CHECK(tag("{{< /note >}}") == "note|/note shortcode closes");
  CHECK(tag("{{</ note >}}") == "note|/ note shortcode closes");
  CHECK(tag("{% endif %}") == "if|endif liquid closes");
  CHECK(tag("{% end %}") == "end|end liquid");
  CHECK(tag("{{</* note */>}}") == "/*|/* note */ shortcode"); // an example that is shown
  CHECK(closing("{{< a >}} {{< b >}} {{< /a >}}!") == "{{< /a >}}!");
  CHECK(closing("{% a %} {{< /a >}} {% enda %}") == "{% enda %}");
  CHECK(closing("{{< a >}} {{< a >}} {{< /a >}}") == "none");
  CHECK(closing("{{< a >}} b") == "none");
}

TEST_CASE("text of a shortcode is shown, and content of some shortcodes is code") {
  auto const shown = [](std::string_view text) {
    return std::string(shown_text(template_tag_at(text).value()));
  };
  CHECK(shown("{{< a text=\"b c\" d=\"e\" >}}") == "b c");
  CHECK(shown("{{< a alttext=\"b\" >}}").empty());
  CHECK(shown("{{< a text=\"b >}}").empty());
  CHECK(holds_code(template_tag_at("{{< highlight go >}}").value()));
  CHECK_FALSE(holds_code(template_tag_at("{{< /highlight >}}").value()));
  CHECK_FALSE(holds_code(template_tag_at("{% highlight go %}").value()));
  CHECK_FALSE(holds_code(template_tag_at("{{< highlights >}}").value()));
}

TEST_CASE("a bracket is closed by the last of its kind, within a limit") {
  CHECK(balanced_bytes("{a{b}c} {d}") == 7);
  CHECK(balanced_bytes("{a{b}") == 0);
  CHECK(balanced_bytes("{" + std::string(longest_tag, 'a') + "}") == 0);
}

TEST_CASE("a module ends at the first blank line outside brackets, strings and comments") {
  CHECK(module_of("import a\nimport b\n\ntext") == "import a\nimport b");
  CHECK(module_of("export const a = {\n\n}\n\ntext") == "export const a = {\n\n}");
  CHECK(module_of("const a = `{\n\n`\n\ntext") == "const a = `{\n\n`");
  CHECK(module_of("const a = '{ // it\\'s'\n\ntext") == "const a = '{ // it\\'s'");
  CHECK(module_of("const a = 'b {c'\n\ntext") == "const a = 'b {c'");
  CHECK(module_of("const a = 'never closed\n\ntext") == "const a = 'never closed");
  CHECK(module_of("a /* {\n\n */ // {\n\ntext") == "a /* {\n\n */ // {");
  CHECK(module_of("import a") == "import a");
  CHECK(module_of("export const a = {") == "none");
  CHECK(module_of("a {" + std::string(70'000, 'a') + "}\n\n") == "none");
}

TEST_CASE("exported metadata is an object under one of three names, at the beginning of a line") {
  CHECK(exported_object("a\nexport const meta = {b: '}', c: {}};\n") == "{b: '}', c: {}}");
  CHECK(exported_object("export const metadata = {}\nexport const frontmatter = {a}") == "{a}");
  for (auto const* text : {" export const meta = {}", "export const other = {}",
                           "export const meta = f({})", "export const meta = {", ""}) {
    INFO(text);
    CHECK(exported_object(text).empty());
  }
}

TEST_CASE("a component begins with a capital letter, and its attributes may hold brackets") {
  CHECK(component_tag_bytes("<Tabs>a") == 6);
  CHECK(component_tag_bytes("</Tabs.Item>a") == 12);
  CHECK(component_tag_bytes("<A b={x > {1}} c='>' d=\">\"/>e") == 28);
  for (auto const* text :
       {"<tabs>", "<A", "<A b={x>", "<A b='>", "<A <B>", "<A&b>", "<", "A>", ""}) {
    INFO(text);
    CHECK(component_tag_bytes(text) == 0);
  }
  CHECK(component_tag_bytes("<A " + std::string(longest_tag, ' ') + ">") == 0);
}
