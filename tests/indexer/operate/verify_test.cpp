// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/operate/actions.hpp"

#include "tests/indexer/publication.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

/// Two generations; the second has an article more.
struct TwoGenerations {
  TwoGenerations() {
    site.write("a.md", "text");
    static_cast<void>(site.run());
    site.write("b.md", "text");
    static_cast<void>(site.run());
  }

  Publication site;
};

} // namespace

TEST_CASE_METHOD(TwoGenerations, "every generation is verified, with its number of articles") {
  auto const all = verify(site.database());
  REQUIRE(all.size() == 2);
  CHECK(all[0].generation == 1);
  CHECK_FALSE(all[0].current);
  CHECK(all[0].articles == 1);
  CHECK(all[0].problems.empty());
  CHECK(all[1].current);
  CHECK(all[1].articles == 2);
  CHECK(all[1].problems.empty());
}

TEST_CASE_METHOD(TwoGenerations,
                 "damage is reported for the generation that has it, and the others are verified") {
  auto const folder = site.store().generation_folder(1);
  auto const file = folder / index::database_name / "postlist.glass";
  auto bytes = index::content_of(file);
  bytes[bytes.size() / 2] ^= 1;
  index::write_file(file, bytes);
  auto const all = verify(site.database());
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].problems.size() == 1);
  CHECK(all[0].problems[0].find(file.string()) != std::string::npos);
  CHECK(all[1].problems.empty());
  CHECK(all[1].articles == 2);
}

TEST_CASE("a folder without an index cannot be verified") {
  tests::TemporaryFolder const folder;
  auto const error = index::error_of([&] { static_cast<void>(verify(folder.path())); });
  CHECK(error.code() == index::ErrorCode::absent);
}
