// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/live_articles.hpp"

#include "tests/index/store_fixture.hpp"

#include <cstdint>
#include <vector>

using namespace recap;
using namespace recap::index;

namespace {

using Numbers = std::vector<std::uint8_t>;

} // namespace

TEST_CASE("an article is in the segment of its byte, counted from one") {
  recap::tests::TemporaryFolder const folder;
  auto const file = folder.path() / live_name;
  Numbers const numbers{0, 1, 255, 0, 2};
  write_live_articles(numbers, file);
  LiveArticles const live(file, most_segments);
  CHECK_FALSE(live.segment(0));
  CHECK(live.segment(1) == 0U);
  CHECK(live.segment(2) == 254U);
  CHECK_FALSE(live.segment(3));
  CHECK(live.segment(4) == 1U);
  CHECK_FALSE(live.segment(5));
  CHECK_FALSE(live.segment(0xffffffff));
  CHECK(live.articles() == 3);
  CHECK(Numbers(live.bytes().begin(), live.bytes().end()) == numbers);
}

TEST_CASE("a generation without articles has an empty file") {
  recap::tests::TemporaryFolder const folder;
  write_live_articles({}, folder.path() / live_name);
  LiveArticles const live(folder.path() / live_name, 0);
  CHECK(live.articles() == 0);
  CHECK_FALSE(live.segment(0));
}

TEST_CASE("a number beyond the segments is damage, and a full disk is reported by name") {
  recap::tests::TemporaryFolder const folder;
  auto const file = folder.path() / live_name;
  write_live_articles(Numbers{0, 2, 1}, file);
  CHECK(LiveArticles(file, 2).articles() == 2);
  auto const damaged = error_of([&] { LiveArticles const live(file, 1); });
  CHECK(damaged.code() == ErrorCode::damaged);
  CHECK(names(damaged, file));
  auto const full = error_of([] { write_live_articles(Numbers(100), "/dev/full"); });
  CHECK(full.code() == ErrorCode::unwritable);
  CHECK(names(full, "/dev/full"));
}
