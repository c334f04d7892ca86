// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/words_writer.hpp"

#include "index/segment/words.hpp"
#include "tests/index/store_fixture.hpp"

#include <filesystem>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::index;
namespace fs = std::filesystem;

namespace {

using Docids = std::vector<std::uint32_t>;

std::size_t files_in(fs::path const& folder) {
  auto const all = fs::directory_iterator(folder);
  return static_cast<std::size_t>(std::distance(fs::begin(all), fs::end(all)));
}

} // namespace

TEST_CASE("a term has the next ordinal, unless it has neither postings nor dead articles") {
  recap::tests::TemporaryFolder const folder;
  auto const file = folder.path() / "words";
  WordsWriter out(file);
  out.add({.article = 0, .impact = 1}, {});
  CHECK(out.end_term("a", 0) == 0U);
  CHECK_FALSE(out.end_term("b", 0));
  CHECK(out.end_term("c", 3) == 1U);
  out.add({.article = 1, .impact = 0}, Docids{4});
  CHECK(out.end_term("d", 0) == 2U);
  out.begin_forward();
  std::vector<ForwardEntry> none;
  out.add_forward(none);
  out.add_forward(none);
  out.finish(Docids{1, 2}, std::vector<FieldEnds>(2));
  SegmentWords const words(file);
  CHECK(words.terms() == 3);
  CHECK_FALSE(words.find("b"));
  CHECK(words.find("c")->dead == 3);
  CHECK(words.find("d")->document_frequency == 0);
  CHECK(words.term(2) == "d");
}

TEST_CASE("stems are read by falling impact, equal ones by ordinal, whatever order they came in") {
  recap::tests::TemporaryFolder const folder;
  auto const file = folder.path() / "words";
  WordsWriter out(file);
  constexpr std::uint32_t terms = 300;
  for (std::uint32_t i = 0; i < terms; ++i) {
    out.add({.article = 0, .impact = 1}, {});
    CHECK(out.end_term("term" + std::to_string(1000 + i), 0) == i);
  }
  out.begin_forward();
  std::vector<ForwardEntry> entries;
  for (std::uint32_t i = 0; i < terms; ++i)
    entries.push_back({.ordinal = i * 7 % terms, .impact = 1 + i * 7 % terms / 2});
  out.add_forward(entries);
  out.finish(Docids{1}, std::vector<FieldEnds>(1));
  SegmentWords const words(file);
  std::vector<ForwardEntry> read;
  words.forward(0, read);
  REQUIRE(read.size() == terms);
  for (std::uint32_t i = 0; i + 1 < terms; ++i) {
    bool const ordered =
        read[i].impact > read[i + 1].impact ||
        (read[i].impact == read[i + 1].impact && read[i].ordinal < read[i + 1].ordinal);
    REQUIRE(ordered);
    REQUIRE(read[i].impact == 1 + read[i].ordinal / 2);
  }
}

TEST_CASE("a writer leaves only its file, also when it is given up") {
  recap::tests::TemporaryFolder const folder;
  {
    WordsWriter out(folder.path() / "words");
    out.add({.article = 0, .impact = 1}, {});
    CHECK(out.end_term("a", 0) == 0U);
  }
  CHECK(files_in(folder.path()) == 1);
  auto const error = error_of([&] { WordsWriter const out(folder.path() / "none" / "words"); });
  CHECK(error.code() == ErrorCode::unwritable);
}
