// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/suggested_words.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <optional>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Texts = std::vector<std::string>;

Texts html(std::vector<Suggestion> const& suggestions) {
  Texts texts;
  for (auto const& one : suggestions)
    texts.push_back(one.text_html);
  return texts;
}

/// Completes a text over four articles.
class Completing {
public:
  explicit Completing(std::string text)
      : text_(std::move(text))
      , typed_(text::typed(text_))
      , existence_(index_.reader(), {})
      , words(index_.snapshot(), index_.reader(), existence_, text_, typed_) {}

  [[nodiscard]] Texts beginning(std::size_t most = 9) {
    return html(words.beginning(words.last_word_keys(), most));
  }
  [[nodiscard]] tests::SmallReader const& index() const { return index_; }

private:
  tests::SmallReader index_{
      {R"({"id":"a","title":"A","text":"redis docker"})",
       R"({"id":"b","title":"B","text":"compass dolphin domain. Theory of the sea"})",
       R"({"id":"c","title":"C","text":"Backend.AI of a dolphin"})",
       R"({"id":"d","title":"D","text":"인턴십 등대"})"}};
  std::string text_;
  text::Typed typed_;
  ExistenceCheck existence_;

public:
  WordCompleter words;
};

} // namespace

TEST_CASE("only the last word is completed, which ends at a space") {
  CHECK(Completing("redis do").words.last_word_keys() == "do");
  CHECK(Completing("redis do").words.keys_before() == "redis");
  CHECK(Completing("the backend.a").words.last_word_keys() == "backenda");
  CHECK_FALSE(Completing("redis ").words.has_last_word());
  CHECK_FALSE(Completing("redis!").words.has_last_word());
  CHECK(Completing("redis ").beginning().empty());
}

TEST_CASE("a word is suggested only if an article has it together with the words before") {
  CHECK(Completing("do").beginning() ==
        Texts{"<mark>do</mark>lphin", "<mark>do</mark>cker", "<mark>do</mark>main"});
  CHECK(Completing("do").beginning(1) == Texts{"<mark>do</mark>lphin"});
  CHECK(Completing("redis do").beginning() == Texts{"<mark>redis do</mark>cker"});
  CHECK(Completing("redis sea do").beginning().empty());
}

TEST_CASE("stop words are not suggested") {
  CHECK(Completing("the").beginning() == Texts{"<mark>the</mark>ory"});
}

TEST_CASE("joined words are shown as an article writes them") {
  CHECK(Completing("backenda").beginning() == Texts{"<mark>Backend.A</mark>I"});
}

TEST_CASE("initial consonants mark their syllables, near matches nothing") {
  Completing completing("ㅇㅌ");
  CHECK(html(completing.words.with_initials("ㅇㅌ", 9)) == Texts{"<mark>인턴</mark>십"});
  auto const near = completing.index().snapshot().vocabulary().find("docker");
  REQUIRE(near);
  CHECK(html(completing.words.beginning_nearly({*near})) == Texts{"docker"});
}
