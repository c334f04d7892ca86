// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/metadata.hpp"

#include "indexer/formats/article.hpp"

#include "tests/catch.hpp"

#include <algorithm>

using namespace recap::metadata;

TEST_CASE("front matter is read in YAML and in TOML, with BOM and CRLF") {
  auto const yaml = split_front_matter("\xEF\xBB\xBF---\r\nTitle : x\r\n---\r\nbody");
  CHECK(find(yaml.metadata, "title")->values.front() == "x");
  CHECK(yaml.body == "body");
  CHECK(yaml.body_line == 4);
  auto const toml =
      split_front_matter("+++\ntitle = 'x'\ndate = 2020-01-02\nlist = ['a', 'b']\n+++\nbody");
  CHECK(find(toml.metadata, "date")->values.front() == "2020-01-02");
  CHECK(find(toml.metadata, "list")->values.size() == 2);
  CHECK(split_front_matter("# only text").metadata.empty());
}

TEST_CASE("front matter may follow blank lines, as in Hugo") {
  auto const parts = split_front_matter("\n \t\r\n---\ntitle: x\n---\nbody");
  REQUIRE(find(parts.metadata, "title") != nullptr);
  CHECK(find(parts.metadata, "title")->line == 4);
  CHECK(parts.body == "body");
  CHECK(parts.body_line == 6);
  auto const plain = split_front_matter("\n\nonly text");
  CHECK(plain.body == "\n\nonly text");
  CHECK(plain.body_line == 1);
}

TEST_CASE("invalid front matter is refused with its line") {
  struct Row {
    char const* text;
    std::size_t line;
  };
  for (auto const& row :
       {Row{"---\ntitle: x\n", 1}, Row{"---\na: 1\nA: 2\n---\n", 3},
        Row{"---\na:\n\tb: 1\n---\n", 3}, Row{"---\na: \"b\nc: 1\n---\n", 2},
        Row{"---\n- a\n---\n", 2}, Row{"\n\n---\ntitle: x\n", 3}, Row{"+++\na = \n+++\n", 2},
        Row{"+++\na = 1\nA = 2\n+++\n", 3}, Row{"---\na: {b: 1}\nA: {b: 1}\n---\n", 3},
        Row{"---\na: x\nb: y\na: [x]\n---\n", 4}}) {
    INFO(row.text);
    try {
      static_cast<void>(split_front_matter(row.text));
      FAIL("accepted");
    } catch (Unreadable const& error) {
      CHECK(error.line() == row.line);
    }
  }
}

TEST_CASE("a key may occur twice with the same value") {
  for (auto const* const text : {"---\nlinkTitle: x\nb: y\nlinktitle: 'x'\n---\n",
                                 "+++\nlinkTitle = 'x'\nb = 'y'\nlinktitle = \"x\"\n+++\n"}) {
    auto const metadata = split_front_matter(text).metadata;
    CHECK(find(metadata, "linktitle")->values == std::vector<std::string>{"x"});
    CHECK(find(metadata, "linktitle")->line == 2);
    CHECK(metadata.back().line == 4);
  }
}

TEST_CASE("aliases are copied once and never expanded") {
  std::string bomb = "a: &a [x, x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [*" + static_cast<char>(c - 1) + ", *" +
            static_cast<char>(c - 1) + "]\n";
  }
  CHECK(read_yaml(bomb, 1).size() == 25);
  std::string chain = "a: &a [x]\n";
  for (int i = 0; i < 10'000; ++i)
    chain += "b: &a [*a]\n";
  CHECK(read_yaml(chain, 1).size() == 10'001);
  CHECK(find(read_yaml("a: &a [x, *a, [*a]]\n", 1), "a")->values.size() == 1);
  auto const copied = read_yaml("a: &x one\nb: *x\n", 1);
  CHECK(find(copied, "b")->values == std::vector<std::string>{"one"});
}

TEST_CASE("merge keys add the keys that a map lacks") {
  auto const of = [](std::string_view yaml) { return read_yaml(yaml, 1); };
  auto const merged = of("base: &b {author: Ann, tags: [a]}\n<<: *b\ntags: [b]\n");
  CHECK(find(merged, "author")->values == std::vector<std::string>{"Ann"});
  CHECK(find(merged, "tags")->values == std::vector<std::string>{"b"});
  auto const several = of("x: &x {a: 1}\ny: &y {a: 2, b: 3}\n<<: [*x, *y]\n");
  CHECK(find(several, "a")->values == std::vector<std::string>{"1"});
  CHECK(find(several, "b")->values == std::vector<std::string>{"3"});
  auto const deep = of("d: &d {name: Ann}\nauthors:\n- <<: *d\n  url: x\n- *d\n");
  CHECK(find(deep, "authors")->values == std::vector<std::string>{"Ann", "Ann"});
  auto const in_list = of("a: &c common\ntags: [*c, b]\n");
  CHECK(find(in_list, "tags")->values == std::vector<std::string>{"common", "b"});
}

TEST_CASE("front matter is read in JSON, in braces and between lines") {
  for (auto const* const text : {"{ \"title\": \"Secret }\", \"draft\": true }\nbody",
                                 "{\n  \"title\": \"Secret }\",\n\t\"draft\": true\n}\nbody",
                                 "---json\n{\"title\": \"Secret }\", \"draft\": true}\n---\nbody",
                                 "---  JSON\n\"title\": \"Secret }\", \"draft\": true\n---\nbody",
                                 "\"title\": \"Secret }\",\n\"draft\": true\n;;;\nbody",
                                 ";;;\n{\"title\": \"Secret }\", \"draft\": true}\n;;;\nbody",
                                 "---toml\ntitle = \"Secret }\"\ndraft = true\n---\nbody",
                                 "+++toml\ntitle = \"Secret }\"\ndraft = true\n+++\nbody",
                                 "---yaml\ntitle: Secret }\ndraft: true\n---\nbody",
                                 "title: Secret }\ndraft: true\n---\nbody",
                                 "<!--\n.. title: Secret }\n\n.. draft: true\n-->\nbody",
                                 "++++++\ntitle = \"Secret }\"\ndraft = true\n++++++\nbody",
                                 "-----\ntitle: Secret }\ndraft: true\n-----\nbody",
                                 "Title: Secret }\nDraft: true\n\nbody"}) {
    INFO(text);
    auto const parts = split_front_matter(text);
    REQUIRE(find(parts.metadata, "title") != nullptr);
    CHECK(find(parts.metadata, "title")->values.front() == "Secret }");
    CHECK(find(parts.metadata, "draft")->values.front() == "true");
    CHECK(parts.body == "body");
    CHECK(parts.body_line ==
          static_cast<std::size_t>(std::ranges::count(std::string_view(text), '\n')) + 1);
  }
  auto const lines = split_front_matter("\n{\n\n\"title\": \"x\",\n\"tags\": [\"a\"]}\n").metadata;
  CHECK(find(lines, "title")->line == 4);
  CHECK(find(lines, "tags")->line == 5);
  CHECK(find(lines, "tags")->values == std::vector<std::string>{"a"});
}

TEST_CASE("an unknown notation is refused by name") {
  for (auto const* const text :
       {"---js\n{ draft: true }\n---\n", "---coffee\ndraft: true\n---\n", "+++ron\n+++\n",
        "{ draft: true }\nbody", "{'draft': true}\nbody", "{ \"draft\": true\nbody",
        "{ \"draft\": true, }\nbody", "---json\n[1]\n---\n"}) {
    INFO(text);
    CHECK_THROWS_AS(split_front_matter(text), Unreadable);
  }
}

TEST_CASE("text that only looks like front matter is text") {
  for (auto const* const text :
       {"{{< figure >}}\ntext", "{% include a %}", "{: .notice}\ntext", "{#id}", "{/* a */}",
        "{props.title}", "{' '}\ntext", "Note: this is one.\n\ntext",
        "Title: of a book\nwhich I read\n\nmore", "\"A quote: of one\"\n---\n", "----\ntext",
        "<!--\nNote: no\n-->\ntext", "<!--\ntitle: never closed\n", "{"}) {
    INFO(text);
    CHECK(split_front_matter(text).metadata.empty());
    CHECK(split_front_matter(text).body == text);
  }
}

TEST_CASE("keys in Zola's taxonomies and extra count like top-level keys") {
  auto const metadata = split_front_matter("+++\ntitle = 'x'\n[taxonomies]\ntags = ['a', 'b']\n"
                                           "[extra]\nauthor = 'Ann'\nurl = '/else'\n+++\n")
                            .metadata;
  CHECK(find(metadata, "tags")->values == std::vector<std::string>{"a", "b"});
  CHECK(find(metadata, "tags")->line == 4);
  CHECK(find(metadata, "author")->values == std::vector<std::string>{"Ann"});
  CHECK(find(metadata, "url") == nullptr);
}

TEST_CASE("indented lines continue a header") {
  auto const metadata = split_front_matter("Title: a: b\n  c\nTags: x, y\nEmpty:\n\nbody").metadata;
  CHECK(find(metadata, "title")->values == std::vector<std::string>{"a: b   c"});
  CHECK(find(metadata, "tags")->line == 3);
}

TEST_CASE("headers need no space after the colon, and an address is not a header") {
  auto const parts = split_front_matter("Title: A\nStatus:draft\nLink:https://e.org/\n\ntext\n");
  REQUIRE(parts.metadata.size() == 3);
  CHECK(parts.metadata[1].values == std::vector<std::string>{"draft"});
  CHECK(parts.body == "text\n");
  CHECK(split_front_matter("Title:A\n\ntext\n").metadata.size() == 1);
  CHECK(split_front_matter("title://a/b\n\ntext\n").metadata.empty());
  CHECK(split_front_matter("Title: A\nand so on, in prose\n\ntext\n").metadata.empty());
}

TEST_CASE("Nikola's headers are read in a comment and up to a blank line") {
  for (auto const* const file : {".. title: A\n.. status: draft\n\ntext\n",
                                 "<!--\n.. title: A\n.. status: draft\n-->\ntext\n"}) {
    INFO(file);
    auto const parts = split_front_matter(file);
    REQUIRE(parts.metadata.size() == 2);
    CHECK(parts.metadata[1].key == "status");
    CHECK(parts.body == "text\n");
  }
  CHECK(split_front_matter(".. note: x\n\ntext\n").metadata.empty());
}
