// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/parse/parser_pool.hpp"

#include "index/record.hpp"
#include "indexer/formats/article_facts.hpp"
#include "indexer/formats/format.hpp"
#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

SourceFile const& markdown_file() {
  static SourceFile const file{
      .path = "a.md", .name = "a.md", .relative = "a.md", .format = format_of("a.md")};
  return file;
}

Parsed parsed(std::string const& text, ParseGoal goal, ReadOptions const& options = {}) {
  MessageLoop loop;
  ParserPool pool(loop, 1, options);
  Parsed result;
  pool.parse({.bytes = text}, markdown_file(), goal,
             [&](Parsed received) { result = std::move(received); });
  pool.finish();
  return result;
}

} // namespace

TEST_CASE("results and actions arrive in the order of submission, from any number of processes") {
  ReadOptions const options;
  MessageLoop loop;
  ParserPool pool(loop, 3, options);
  std::vector<std::string> arrived;
  for (int i = 0; i < 20; ++i) {
    // The first of three articles takes much longer than the others.
    std::string text = "---\nid: a" + std::to_string(i) + "\n---\n";
    for (int line = 0; line < (i % 3 == 0 ? 2000 : 1); ++line)
      text += "* *some* [text](x)\n";
    pool.parse({.bytes = text}, markdown_file(), ParseGoal::record,
               [&](Parsed received) { arrived.push_back(received.id); });
    pool.then([&arrived, i] { arrived.push_back("after " + std::to_string(i)); });
  }
  pool.finish();
  REQUIRE(arrived.size() == 40);
  for (std::size_t i = 0; i < 20; ++i) {
    CHECK(arrived[2 * i] == "a" + std::to_string(i));
    CHECK(arrived[2 * i + 1] == "after " + std::to_string(i));
  }
}

TEST_CASE("a process returns what the goal asks for, and says why an article is unreadable") {
  std::string const text = "---\ntitle: T\nyear: never\n---\n[link](b.md) and words";
  auto const record = parsed(text, ParseGoal::record);
  CHECK(record.readable);
  CHECK(index::decode(record.record).title == "T");
  REQUIRE(record.remarks.size() == 1);
  CHECK(record.remarks[0].line == 3);
  auto const lengths = parsed(text, ParseGoal::lengths).lengths;
  CHECK(lengths[static_cast<std::size_t>(index::Part::body)] == 3);
  auto const facts = unpack_facts(parsed(text, ParseGoal::facts).facts);
  REQUIRE(facts.links.size() == 1);
  CHECK(facts.links[0].text == "b.md");
  CHECK(facts.links[0].line == 5);
  auto const bad = parsed("---\ntitle: a\ntitle: b\n---\n", ParseGoal::record);
  CHECK_FALSE(bad.readable);
  CHECK(bad.line == 3);
  CHECK(bad.reason.find("duplicate key") != std::string::npos);
}

TEST_CASE("an article that is too large or not text is unreadable, and the next one is parsed") {
  ReadOptions options;
  options.max_article_bytes = 2000;
  MessageLoop loop;
  ParserPool pool(loop, 1, options);
  std::vector<Parsed> all;
  auto const receive = [&](Parsed received) { all.push_back(std::move(received)); };
  std::string const large(2001, 'x');
  pool.parse({.bytes = large, .too_large = true}, markdown_file(), ParseGoal::record, receive);
  pool.parse({.bytes = "a\xFF"}, markdown_file(), ParseGoal::record, receive);
  pool.parse({.bytes = std::string_view("a\0b", 3)}, markdown_file(), ParseGoal::record, receive);
  pool.parse({.bytes = "text"}, markdown_file(), ParseGoal::record, receive);
  pool.finish();
  REQUIRE(all.size() == 4);
  CHECK(all[0].reason == "larger than 2000 bytes; split it, or raise --max-article-bytes");
  CHECK(all[1].reason.find("is not UTF-8") != std::string::npos);
  CHECK(all[2].reason.find("is zero") != std::string::npos);
  CHECK(all[3].readable);
}
