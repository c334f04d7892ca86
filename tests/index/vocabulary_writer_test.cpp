// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/vocabulary.hpp"

#include "tests/index/store_fixture.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace recap;
using namespace recap::index;

namespace {

using Words = std::vector<std::pair<std::string, std::uint32_t>>;

WordSource source(Words words) {
  return [words = std::move(words)](auto const& visit) {
    for (auto const& [word, documents] : words)
      visit(word, documents);
  };
}

/// All words of the vocabulary of `words`, the most frequent first.
Words written(Words const& words) {
  recap::tests::TemporaryFolder const folder;
  write_vocabulary(source(words), folder.path() / "a");
  Vocabulary const vocabulary(folder.path() / "a");
  Words all;
  for (auto const& word : vocabulary.completions("", 1000))
    all.emplace_back(word.text, word.documents);
  CHECK(vocabulary.size() == all.size());
  return all;
}

} // namespace

TEST_CASE("words are kept with their frequencies, whatever order they come in") {
  CHECK(written({{"b", 3}, {"a", 7}, {"c", 1}}) == Words{{"a", 7}, {"b", 3}, {"c", 1}});
  CHECK(written({}).empty());
}

TEST_CASE("a noun replaces its forms, with its own frequency or else their sum") {
  CHECK(written({{"서버", 9}, {"서버에서", 4}, {"서버는", 6}}) == Words{{"서버", 9}});
  CHECK(written({{"서버에서", 4}, {"서버는", 6}}) == Words{{"서버", 10}});
  CHECK(written({{"서버에서", 0xffffffff}, {"서버는", 6}}) == Words{{"서버", 0xffffffff}});
}

TEST_CASE("a noun that ends like a particle is whole, and in the vocabulary once") {
  CHECK(written({{"디자", 5}, {"디자인", 5}}) == Words{{"디자인", 5}});
  auto const both = written({{"디자", 5}, {"디자인", 7}, {"디자인에서", 4}, {"디자인은", 2}});
  CHECK(both.size() == 1);
}

TEST_CASE("a word with more keys than fit is left out") {
  CHECK(written({{std::string(300, 'a'), 1}, {"b", 2}}) == Words{{"b", 2}});
  CHECK(written({{std::string(255, 'a'), 1}}).size() == 1);
}

TEST_CASE("a vocabulary that cannot be written is reported by name") {
  auto const error = error_of([] { write_vocabulary(source({{"a", 1}}), "/dev/full"); });
  CHECK(error.code() == ErrorCode::unwritable);
  CHECK(names(error, "/dev/full"));
}
