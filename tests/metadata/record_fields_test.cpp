// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/record_fields.hpp"

#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::metadata;

namespace {

using Texts = std::vector<std::string>;

struct Read {
  explicit Read(std::string_view yaml) { read_fields(read_yaml(yaml, 2), record, remarks); }
  index::Record record;
  std::vector<Remark> remarks;
};

} // namespace

TEST_CASE("every stated field is read, and id, address and date are not") {
  Read const read("title: A &amp; B\nauthor: [Ann]\nrole: Intern\nyear: 2022\nseason: Summer\n"
                  "tags: [go, Go]\nlang: KO\ndescription: About [it](/x)\nid: i\nurl: /u\n"
                  "date: 2024-01-02\nseries: S\n");
  CHECK(read.record.title == "A & B");
  CHECK(read.record.author == Texts{"Ann"});
  CHECK(read.record.role == "Intern");
  CHECK(read.record.year == 2022);
  CHECK(read.record.season == "summer");
  CHECK(read.record.topics == Texts{"go"});
  CHECK(read.record.lang == "ko");
  CHECK(read.record.summary == "About it");
  CHECK(read.record.series == Texts{"S"});
  CHECK(read.record.id.empty());
  CHECK(read.record.url.empty());
  CHECK(read.record.date.empty());
  CHECK(read.remarks.empty());
}

TEST_CASE("a value that is not one of its field is left out with a remark at its line") {
  Read const read("title: T\nyear: never\nrole: R\nseason: monsoon\n");
  CHECK(read.record.year == 0);
  CHECK(read.record.role == "R");
  CHECK(read.record.season.empty());
  REQUIRE(read.remarks.size() == 2);
  CHECK(read.remarks[0].line == 3);
  CHECK(read.remarks[0].text.starts_with("year \"never\": is not a valid year; write "));
  CHECK(read.remarks[1].line == 5);
}

TEST_CASE("other titles are aliases, paths and the title itself are not") {
  Read const read(
      "title: T\ntitle_ko: 제목\ntitle_en: T\naliases: [/old/, Other name, 제목, a/b c]\n");
  CHECK(read.record.aliases == Texts{"제목", "Other name", "a/b c"});
  CHECK(Read("title_ko: {a: {b: c}, d: e}\n").record.aliases.empty());
}
