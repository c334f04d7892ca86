// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/query_tokens.hpp"

#include "searchd/search/request.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

/// The tokens before the end: `a word`, `"a phrase"`, `author:`, or the sign of an operator.
std::vector<std::string> shown(std::string_view q, IsOption const& is_option = {}) {
  using Kind = QueryToken::Kind;
  std::vector<std::string> texts;
  for (auto const& token : query_tokens(q, is_option)) {
    switch (token.kind) {
    case Kind::word: texts.push_back(token.text); break;
    case Kind::phrase: texts.push_back('"' + token.text + '"'); break;
    case Kind::open: texts.emplace_back("["); break;
    case Kind::close: texts.emplace_back("]"); break;
    case Kind::op_and: texts.emplace_back("&"); break;
    case Kind::op_or: texts.emplace_back("|"); break;
    case Kind::op_not: texts.emplace_back("!"); break;
    case Kind::op_near: texts.push_back("~" + std::to_string(token.distance)); break;
    case Kind::field: texts.push_back(std::string(index::field(*token.field).name) + ":"); break;
    case Kind::end: break;
    }
  }
  return texts;
}

std::pair<std::string, std::size_t> mistake(std::string_view q) {
  try {
    static_cast<void>(query_tokens(q, {}));
  } catch (BadQuery const& error) {
    return {std::string(error.code()), error.position().value()};
  }
  return {};
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("operators are in capitals, and words among function words in capitals") {
  CHECK(shown("AWS OR GCP") == Texts{"AWS", "|", "GCP"});
  CHECK(shown("aws or GCP") == Texts{"aws", "or", "GCP"});
  CHECK(shown("CLOUD IS NOT A VIRTUE") == Texts{"CLOUD", "IS", "NOT", "A", "VIRTUE"});
  CHECK(shown("cloud IS NOT virtue") == Texts{"cloud", "IS", "!", "virtue"});
}

TEST_CASE("parentheses group words, but those that open inside a word belong to it") {
  CHECK(shown("(a b) c") == Texts{"[", "a", "b", "]", "c"});
  CHECK(shown("create_task() done") == Texts{"create_task()", "done"});
  CHECK(shown("(f(x) b)") == Texts{"[", "f(x)", "b", "]"});
  CHECK(shown("CLA(of a contributor) b") == Texts{"CLA(of", "a", "contributor", "b"});
}

TEST_CASE("one dash directly before a word or phrase excludes it, other dashes are prose") {
  CHECK(shown("-redis") == Texts{"!", "redis"});
  CHECK(shown("-\"a b\"") == Texts{"!", "\"a b\""});
  CHECK(shown("a - b") == Texts{"a", "b"});
  CHECK(shown("a --b") == Texts{"a", "b"});
  CHECK(shown("apply -f x") == Texts{"apply", "f", "x"});
  CHECK(shown("front-end") == Texts{"front-end"});
}

TEST_CASE("only a word after another word can be a command-line option") {
  Texts asked;
  IsOption const is_option = [&](std::string_view word) {
    asked.emplace_back(word);
    return true;
  };
  CHECK(shown("tar -xvf", is_option) == Texts{"tar", "xvf"});
  CHECK(shown("-xvf tar", is_option) == Texts{"!", "xvf", "tar"});
  CHECK(shown("(-xvf) \"a\" -bcd", is_option) == Texts{"[", "!", "xvf", "]", "\"a\"", "!", "bcd"});
  CHECK(shown("tar -author:koo -2024", is_option) ==
        Texts{"tar", "!", "author:", "koo", "!", "2024"});
  CHECK(asked == Texts{"xvf"});
}

TEST_CASE("a field has its value directly after the colon, and a value is never an operator") {
  CHECK(shown("author:koo") == Texts{"author:", "koo"});
  CHECK(shown("Author:\"a b\"") == Texts{"author:", "\"a b\""});
  CHECK(shown("title:NOT x") == Texts{"title:", "NOT", "x"});
  CHECK(shown("https://a.org id:7") == Texts{"https://a.org", "id:7"});
  CHECK(mistake("a author:") == std::pair(std::string("value-missing"), std::size_t{2}));
  CHECK(mistake("(author:)") == std::pair(std::string("value-missing"), std::size_t{1}));
  CHECK(shown("our series: part two") == Texts{"our", "series:", "part", "two"});
}

TEST_CASE("a phrase without its closing quote goes up to the end") {
  CHECK(shown("a \"b c") == Texts{"a", "\"b c\""});
  CHECK(shown("a\"b\"c") == Texts{"a", "\"b\"", "c"});
}

TEST_CASE("NEAR takes 10 words, or 1 to 100 as requested") {
  CHECK(shown("a NEAR b NEAR/1 c NEAR/100 d") == Texts{"a", "~10", "b", "~1", "c", "~100", "d"});
  for (std::string_view const q : {"a NEAR/0 b", "a NEAR/101 b", "a NEAR/2x b", "a NEAR/ b"}) {
    CAPTURE(q);
    CHECK(mistake(q) == std::pair(std::string("near-distance"), std::size_t{2}));
  }
  CHECK(shown("NEARBY") == Texts{"NEARBY"});
}

TEST_CASE("each token has its first byte, and the end is that of the query") {
  auto const tokens = query_tokens(" ab \"c\" author:d ", {});
  std::vector<std::size_t> positions;
  for (auto const& token : tokens)
    positions.push_back(token.position);
  CHECK(positions == std::vector<std::size_t>{1, 4, 8, 15, 17});
  CHECK(tokens.back().kind == QueryToken::Kind::end);
}
