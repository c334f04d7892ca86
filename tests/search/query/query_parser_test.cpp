// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/query.hpp"

#include "tests/catch.hpp"

using namespace recap::search;
using Kind = Node::Kind;

namespace {

Node parse(std::string_view q) {
  return parse_query(q, {});
}

std::size_t position_of_error(std::string_view q) {
  try {
    static_cast<void>(parse(q));
  } catch (BadRequest const& error) {
    return error.position().value_or(10'000);
  }
  return 20'000;
}

} // namespace

TEST_CASE("words, phrases, exclusions and fields are distinguished") {
  auto const root = parse(R"(chat "good first issue" -redis author:koo work*)");
  REQUIRE(root.children.size() == 5);
  CHECK(root.children[0].kind == Kind::words);
  CHECK(root.children[1].kind == Kind::phrase);
  CHECK(root.children[1].text == "good first issue");
  CHECK(root.children[2].kind == Kind::none_of);
  CHECK(root.children[3].field == recap::index::FieldId::author);
  CHECK(root.children[4].kind == Kind::prefix);
  CHECK(root.children[4].text == "work");
}

TEST_CASE("OR binds less tightly than adjacency") {
  auto const root = parse("a b OR c");
  REQUIRE(root.children.size() == 1);
  CHECK(root.children[0].kind == Kind::any_of);
  CHECK(root.children[0].children[0].children.size() == 2);
}

TEST_CASE("plain prose is words") {
  for (auto const* q :
       {"c++", "what is backend.ai?", "don't", "https://example.org", "create_task()",
        "std::string", "CLA(of a contributor) text", "f(a, g(b, c)) d"}) {
    INFO(q);
    for (auto const& child : parse(q).children)
      CHECK(child.kind == Kind::words);
  }
  CHECK(parse("-").children.empty());
  CHECK(parse("a - b").children.size() == 2);
  CHECK(parse("a f(b c) d").children.size() == 4);
  CHECK(parse("(a f(b c) OR d) e").children.size() == 2);
}

TEST_CASE("a group of adjacent words is the same as its words") {
  auto const root = parse("pod (original, Pod) (a OR (b c)) -(d e)");
  REQUIRE(root.children.size() == 5);
  CHECK(root.children[2].text == "Pod");
  CHECK(root.children[3].kind == Kind::any_of);
  CHECK(root.children[3].children[1].kind == Kind::all_of);
  CHECK(root.children[4].kind == Kind::none_of);
}

TEST_CASE("the options of a command line are words") {
  for (auto const* q : {"kubectl apply -f", "swapoff -a", "-D", "git commit -m it"}) {
    INFO(q);
    for (auto const& child : parse(q).children)
      CHECK(child.kind == Kind::words);
  }
  CHECK(parse("container -docker").children[1].kind == Kind::none_of);
  CHECK(parse("container -go").children[1].kind == Kind::none_of);
  CHECK(parse("컨테이너 -앱").children[1].kind == Kind::none_of);
}

TEST_CASE("a known command-line option is a word after another word") {
  auto const is_option = [](std::string_view word) { return word == "xvf" || word == "la"; };
  auto const kind = [&](std::string_view q) {
    return parse_query(q, {}, is_option).children.back().kind;
  };
  CHECK(kind("tar -xvf") == Kind::words);
  CHECK(kind("tar a.tar -xvf") == Kind::words);
  CHECK(kind("ls -la") == Kind::words);
  CHECK(kind("redis -cache") == Kind::none_of);
  CHECK(kind("-xvf") == Kind::none_of);
  CHECK(kind("tar -\"xvf\"") == Kind::none_of);
  CHECK(kind("tar NOT xvf") == Kind::none_of);
  CHECK(kind("tar -author:xvf") == Kind::none_of);
}

TEST_CASE("the name of a field in the middle of a pasted title is a word") {
  for (auto const* q : {"our webinar series: part two", "One more topic: agile, at last",
                        "What is in a title:\tnames"}) {
    INFO(q);
    for (auto const& child : parse(q).children)
      CHECK_FALSE(child.field);
  }
  CHECK(parse("webinar series:redis").children[1].field == recap::index::FieldId::series);
}

TEST_CASE("a sentence in capitals has no operators") {
  for (auto const* q : {"CLOUD IS NOT A VIRTUE", "AND NOW: HUGO PIPES!", "TO BE OR NOT TO BE"}) {
    INFO(q);
    for (auto const& child : parse(q).children)
      CHECK(child.kind == Kind::words);
  }
  CHECK(parse("AWS OR GCP").children[0].kind == Kind::any_of);
  CHECK(parse("A OR B").children[0].kind == Kind::any_of);
  CHECK(parse("HTTP NOT HTTPS").children[1].kind == Kind::none_of);
}

TEST_CASE("a misused operator is refused with its position") {
  CHECK(position_of_error("a (b") == 2);
  CHECK(position_of_error("a b)") == 3);
  CHECK(position_of_error("a f(b c))") == 8);
  CHECK(position_of_error("a OR") == 4);
  CHECK(position_of_error("OR a") == 0);
  CHECK(position_of_error("x author:") == 2);
  CHECK(position_of_error("year:abc") == 5);
  CHECK(position_of_error("date:2022-13") == 5);
  CHECK(position_of_error("season:monsoon") == 7);
  CHECK(position_of_error("a NEAR/0 b") == 2);
  CHECK(position_of_error("NOT") == 3);
  CHECK(position_of_error("a year:2022..2020") == 7);
  CHECK(position_of_error("date:2022-02..2022-01") == 5);
}

TEST_CASE("every mistake has a name") {
  auto const mistake = [](std::string const& q) {
    try {
      static_cast<void>(parse(q));
    } catch (BadRequest const& error) {
      return std::string(error.code());
    }
    return std::string("none");
  };
  std::string many;
  for (int i = 0; i < 33; ++i)
    many += "a ";
  CHECK(mistake("author:") == "value-missing");
  CHECK(mistake("author: maya") == "value-missing");
  CHECK(mistake("redis author:") == "value-missing");
  CHECK(mistake("(redis author: )") == "value-missing");
  CHECK(mistake("a NEAR/0 b") == "near-distance");
  CHECK(mistake("year:abc") == "year-expected");
  CHECK(mistake("date:2022-13") == "date-expected");
  CHECK(mistake("season:monsoon") == "season-expected");
  CHECK(mistake("year:2022..2020") == "range-reversed");
  CHECK(mistake("a)") == "parenthesis-unopened");
  CHECK(mistake("(a") == "parenthesis-unclosed");
  CHECK(mistake(std::string(100, '(')) == "parentheses-too-deep");
  for (auto const* q : {"OR a", "a OR", "AND a", "a AND", "NOT", "NEAR a", "a NEAR"})
    CHECK(mistake(q) == "operand-missing");
  CHECK(mistake("a NEAR \"b c\"") == "near-operand");
  CHECK(mistake(many) == "too-many-words");
  CHECK(mistake(std::string(513, 'a')) == "query-too-long");
  CHECK(mistake("a\xff").empty());
}

TEST_CASE("ranges may be open at one end") {
  auto const node = parse("year:2020..").children.front();
  CHECK(node.kind == Kind::range);
  CHECK(node.from == "2020");
  CHECK(node.to.empty());
  CHECK_NOTHROW(parse("year:2022..2022 date:2022-02..2022 date:2022..2022-02"));
}

TEST_CASE("the name of a field may have capitals") {
  for (auto const* q : {"year:2022", "Year:2022", "YEAR:2022"}) {
    INFO(q);
    CHECK(parse(q).children.front().kind == Kind::range);
  }
  CHECK(parse("Topic: the year").children.size() == 3);
}

TEST_CASE("a query beyond the limits is refused, not cut") {
  std::string many;
  for (int i = 0; i < 33; ++i)
    many += "a ";
  CHECK_THROWS_AS(parse(many), BadRequest);
  CHECK_THROWS_AS(parse(std::string(513, 'a')), BadRequest);
  CHECK_THROWS_AS(parse(std::string(100, '(')), BadRequest);
  CHECK_THROWS_AS(parse("a\xff"), BadRequest);
}
