// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/operate/actions.hpp"

#include "tests/indexer/publication.hpp"

#include <sstream>

using namespace recap;
using namespace recap::indexer;

namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

std::string with_topics(std::string const& topics) {
  return "---\ntopics: [" + topics + "]\ndate: 2022-01-02\n---\nsome text";
}

std::string printed(Statistics const& statistics) {
  std::ostringstream out;
  print(out, statistics);
  return out.str();
}

} // namespace

TEST_CASE("values are counted by article, the most frequent first, equal ones by name") {
  Publication const site;
  site.write("a.md", with_topics("sea, moon"));
  site.write("b.md", with_topics("sun, sea"));
  static_cast<void>(site.run());
  auto const found = statistics(site.database());
  CHECK(found.values.at("topic") == Counts{{"sea", 2}, {"moon", 1}, {"sun", 1}});
  CHECK(found.values.at("year") == Counts{{"2022", 2}});
  CHECK(found.values.at("author").empty());
  REQUIRE_FALSE(found.words.empty());
  CHECK(found.words.front().second == 2);
  std::uint64_t bytes = 0;
  for (auto const& file : std::filesystem::recursive_directory_iterator(site.folder())) {
    if (file.is_regular_file() && file.path().filename() != "manifest.json")
      bytes += file.file_size();
  }
  CHECK(found.bytes == bytes);
}

TEST_CASE("a segment counts its articles, and those of them that are live") {
  Publication const site;
  for (int i = 0; i < 30; ++i)
    site.write('a' + std::to_string(i) + ".md", "text");
  static_cast<void>(site.run());
  site.write("a7.md", "changed text");
  static_cast<void>(site.run());
  auto const segments = statistics(site.database()).segments;
  REQUIRE(segments.size() == 2);
  CHECK(segments[0].articles == 30);
  CHECK(segments[0].in_force == 29);
  CHECK(segments[1].articles == 1);
  CHECK(segments[1].in_force == 1);
  CHECK(segments[1].bytes > 0);
}

TEST_CASE("twenty values are printed, and the number of the others") {
  Publication const site;
  std::string topics;
  for (int i = 10; i < 35; ++i)
    topics += "topic" + std::to_string(i) + ", ";
  site.write("a.md", with_topics(topics + "last"));
  static_cast<void>(site.run());
  auto const text = printed(statistics(site.database()));
  CHECK(text.find("topic: last 1, topic10 1, ") != std::string::npos);
  CHECK(text.find("topic28 1, and 6 more\n") != std::string::npos);
}
