// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/parse/parser_process.hpp"

#include "indexer/formats/format.hpp"
#include "indexer/process/child_process.hpp"
#include "tests/catch.hpp"

#include <csignal>
#include <string>

using namespace recap;
using namespace recap::indexer;

namespace {

/// A parser process that performs one task after another.
class Parsing {
public:
  explicit Parsing(ReadOptions const& options = {})
      : child_(loop_, [&](int descriptor) { serve_parser(descriptor, options); }) {}

  Parsed parse(std::string const& name, RawArticle const& raw, ParseGoal goal) {
    SourceFile const file{
        .path = "/" + name, .name = name, .relative = name, .format = format_of(name)};
    child_.send(pack_task(raw, file, goal));
    while (true) {
      if (auto const message = child_.receive()) return unpack_result(*message);
      REQUIRE_FALSE(child_.ended());
      loop_.exchange(true);
    }
  }

private:
  MessageLoop loop_;
  ChildProcess child_;
};

} // namespace

TEST_CASE("a process parses each article by its format, path and line") {
  Parsing parsing({.base_url = "https://e.org"});
  auto const markdown = parsing.parse("b/a.md", {.bytes = "# T\nwords"}, ParseGoal::record);
  CHECK(markdown.readable);
  CHECK(markdown.id == "b/a");
  CHECK(index::decode(markdown.record).url == "https://e.org/b/a");
  auto const line =
      parsing.parse("a.jsonl", {.bytes = R"({"id":"x","draft":true,"year":"never"})", .line = 7},
                    ParseGoal::record);
  CHECK(line.id == "x");
  CHECK(line.draft);
  CHECK_FALSE(line.scheduled);
  REQUIRE(line.remarks.size() == 1);
  CHECK(line.remarks[0].line == 7);
  CHECK(line.remarks[0].text.find("never") != std::string::npos);
}

TEST_CASE("a result has what its goal asks for, and nothing else") {
  Parsing parsing;
  RawArticle const raw{.bytes = "# T\n[a](b.md)"};
  auto const record = parsing.parse("a.md", raw, ParseGoal::record);
  CHECK_FALSE(record.record.empty());
  CHECK(record.facts.empty());
  CHECK(record.lengths == index::FieldLengths{});
  auto const facts = parsing.parse("a.md", raw, ParseGoal::facts);
  CHECK(facts.record == record.record);
  CHECK(unpack_facts(facts.facts).links.size() == 1);
  auto const lengths = parsing.parse("a.md", raw, ParseGoal::lengths);
  CHECK(lengths.record.empty());
  CHECK(lengths.facts.empty());
  CHECK(lengths.lengths != index::FieldLengths{});
}

TEST_CASE("an unreadable article has its place and reason, and the next one is parsed") {
  Parsing parsing;
  auto const bad =
      parsing.parse("a.md", {.bytes = "---\ntitle: a\n  b: [\n---\n"}, ParseGoal::facts);
  CHECK_FALSE(bad.readable);
  CHECK(bad.line > 1);
  CHECK_FALSE(bad.reason.empty());
  CHECK(bad.record.empty());
  auto const large =
      parsing.parse("a.jsonl", {.bytes = "{}", .line = 9, .too_large = true}, ParseGoal::record);
  CHECK(large.line == 9);
  CHECK(large.reason.starts_with("larger than 1048576 bytes"));
  CHECK(parsing.parse("a.md", {.bytes = ""}, ParseGoal::record).readable);
}

TEST_CASE("an article whose parser is killed has a reason that says what to do") {
  ReadOptions const options{.max_article_seconds = 3};
  CHECK(reason_of_death(SIGXCPU, options) ==
        "takes more than 3 s to parse; simplify it, or raise --max-article-seconds");
  CHECK(reason_of_death(SIGSEGV, options).starts_with("its parser was killed by signal 11; "));
}

TEST_CASE("an empty message is no readable article") {
  auto const parsed = unpack_result("");
  CHECK_FALSE(parsed.readable);
  CHECK(parsed.remarks.empty());
  CHECK(parsed.record.empty());
}
