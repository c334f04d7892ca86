// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata.hpp"

#include "indexer/article.hpp"

#include "tests/catch.hpp"

using namespace recap::indexer;

TEST_CASE("front matter is taken off in YAML and in TOML, with BOM and CRLF") {
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

TEST_CASE("front matter may follow blank lines, as Hugo takes it") {
  auto const parts = split_front_matter("\n \t\r\n---\ntitle: x\n---\nbody");
  REQUIRE(find(parts.metadata, "title") != nullptr);
  CHECK(find(parts.metadata, "title")->line == 4);
  CHECK(parts.body == "body");
  CHECK(parts.body_line == 6);
  auto const plain = split_front_matter("\n\nonly text");
  CHECK(plain.body == "\n\nonly text");
  CHECK(plain.body_line == 1);
}

TEST_CASE("front matter that is not in order is refused with its line") {
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

TEST_CASE("a key may stand twice with the same value") {
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
  CHECK(yaml_metadata(bomb, 1).size() == 25);
  auto const copied = yaml_metadata("a: &x one\nb: *x\n", 1);
  CHECK(find(copied, "b")->values == std::vector<std::string>{"one"});
}
