// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/phrase_term.hpp"

#include "tests/catch.hpp"

#include <set>
#include <string>

using namespace recap::index;

TEST_CASE("the same text is another phrase in each kind, and another title on each day") {
  std::set<std::string> const terms{
      phrase_term(PhraseKind::title, "Redis"),           phrase_term(PhraseKind::topic, "Redis"),
      phrase_term(PhraseKind::author, "Redis"),          phrase_term(PhraseKind::heading, "Redis"),
      phrase_term(PhraseKind::title, "Redis", 20240101), phrase_term(PhraseKind::title, "redis")};
  CHECK(terms.size() == 6);
  for (auto const& term : terms)
    CHECK(term.starts_with(phrase_prefix));
}

TEST_CASE("a long phrase has the term of its beginning, which does not cut a character") {
  std::string const long_text(longest_phrase_bytes, 'x');
  CHECK(phrase_term(PhraseKind::topic, long_text + "y") ==
        phrase_term(PhraseKind::topic, long_text));
  std::string const end(longest_phrase_bytes - 1, 'x');
  CHECK(phrase_term(PhraseKind::topic, end + "십") == phrase_term(PhraseKind::topic, end));
}
