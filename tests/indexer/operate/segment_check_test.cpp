// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/operate/segment_check.hpp"

#include "tests/indexer/publication.hpp"

using namespace recap;
using namespace recap::indexer;
namespace fs = std::filesystem;

namespace {

using Problems = std::vector<std::string>;

/// An index of articles with these ids, numbered in this order.
class Numbered {
public:
  explicit Numbered(std::vector<std::string> const& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i)
      site_.write(std::to_string(i) + ".md", "---\nid: " + ids[i] + "\n---\ntext");
    static_cast<void>(site_.run());
  }

  [[nodiscard]] fs::path folder() const { return site_.store().generation_folder(1); }
  [[nodiscard]] fs::path database() const { return folder() / index::database_name; }

  /// The problems of this index with the Xapian database of `other`.
  [[nodiscard]] Problems problems_with(Numbered const& other) const {
    fs::remove_all(database());
    fs::copy(other.database(), database(), fs::copy_options::recursive);
    return check_segments({folder(), site_.store().read(1)});
  }

private:
  Publication site_;
};

} // namespace

TEST_CASE("segments and database of the same articles have no problems") {
  CHECK(Numbered({"a", "b"}).problems_with(Numbered({"a", "b"})).empty());
}

TEST_CASE("articles numbered differently in segments and database are a problem each") {
  CHECK(
      Numbered({"a", "b"}).problems_with(Numbered({"b", "a"})) ==
      Problems{"article 1 has the id of another one, a", "article 2 has the id of another one, b"});
}

TEST_CASE("an article that the database lacks is a problem") {
  CHECK(Numbered({"a", "b", "c"}).problems_with(Numbered({"a", "b"})) ==
        Problems{"3 articles in the segments instead of 2"});
}

TEST_CASE("an article that the segments lack ends the check") {
  auto const error = index::error_of(
      [] { static_cast<void>(Numbered({"a"}).problems_with(Numbered({"a", "b"}))); });
  CHECK(error.code() == index::ErrorCode::damaged);
}
