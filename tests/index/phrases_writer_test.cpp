// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/phrases.hpp"

#include "tests/index/store_fixture.hpp"
#include "text/typed.hpp"

#include <xapian.h>

#include <string>
#include <vector>

using namespace recap;
using namespace recap::index;

namespace {

/// A database with articles that have one phrase each.
class Articles {
public:
  Articles& add(PhraseKind kind, std::string_view text, std::uint32_t day = 0) {
    Xapian::Document document;
    document.add_boolean_term(phrase_term(kind, text, day));
    database_.add_document(document);
    return *this;
  }

  /// `text documents day` of the phrases of a kind that begin with what is typed.
  [[nodiscard]] std::vector<std::string> beginning(PhraseKind kind, std::string_view typed) const {
    recap::tests::TemporaryFolder const folder;
    write_phrases(database_, folder.path() / "a");
    Phrases const phrases(folder.path() / "a");
    std::vector<std::string> found;
    for (auto const& phrase :
         phrases.beginning(kind, text::typed(typed).keys, 99, Phrases::By::keys))
      found.push_back(std::string(phrase.text) + ' ' + std::to_string(phrase.documents) + ' ' +
                      std::to_string(phrase.day));
    return found;
  }

  [[nodiscard]] Xapian::Database const& database() const { return database_; }

private:
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a phrase counts the articles of all its spellings, and has the newest day") {
  auto const articles = Articles()
                            .add(PhraseKind::title, "On CI", 20230101)
                            .add(PhraseKind::title, "on ci", 20240101)
                            .add(PhraseKind::title, "On CI", 20230101)
                            .add(PhraseKind::heading, "On CI");
  CHECK(articles.beginning(PhraseKind::title, "on") == Texts{"on ci 3 20240101"});
  CHECK(articles.beginning(PhraseKind::heading, "on") == Texts{"On CI 1 0"});
}

TEST_CASE("a phrase of signs alone is left out") {
  auto const articles = Articles().add(PhraseKind::topic, "!?").add(PhraseKind::topic, "c");
  CHECK(articles.beginning(PhraseKind::topic, "") == Texts{"c 1 0"});
}

TEST_CASE("phrases that cannot be written are reported by the name of their file") {
  auto const articles = Articles().add(PhraseKind::topic, "c");
  auto const error = error_of([&] { write_phrases(articles.database(), "/dev/full"); });
  CHECK(error.code() == ErrorCode::unwritable);
  CHECK(names(error, "/dev/full"));
}
