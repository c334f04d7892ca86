// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/averages.hpp"

#include "indexer/formats/format.hpp"
#include "tests/index/store_fixture.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

SourceFile sampled(std::filesystem::path const& folder, std::string const& name,
                   std::uint64_t bytes) {
  return {.path = (folder / name).string(),
          .name = name,
          .relative = name,
          .format = format_of(name),
          .mark = {.bytes = bytes}};
}

double average(std::vector<SourceFile> const& files, index::Part part) {
  ReadOptions const options;
  MessageLoop loop;
  ParserPool pool(loop, 1, options);
  return sample_average_lengths(files, options, pool)[static_cast<std::size_t>(part)];
}

std::string line_of_json(int number, int words) {
  std::string text;
  for (int i = 0; i < words; ++i)
    text += " word";
  return R"({"id":")" + std::to_string(number) + R"(","text":")" + text + "\"}\n";
}

} // namespace

TEST_CASE("an average counts the articles that have the part, and can be read") {
  tests::TemporaryFolder const folder;
  index::write_file(folder.path() / "a.md", "---\nsummary: one two three four\n---\none two");
  index::write_file(folder.path() / "b.md", "one two three four");
  index::write_file(folder.path() / "c.md", "---\ndraft: [\n---\none two three");
  std::vector<SourceFile> files;
  for (auto const* const name : {"a.md", "b.md", "c.md", "missing.md"})
    files.push_back(sampled(folder.path(), name, 50));
  CHECK(average(files, index::Part::summary) == 4);
  CHECK(average(files, index::Part::body) == 3);
  CHECK(average(files, index::Part::author) == 0);
}

TEST_CASE("about a thousand articles are sampled, evenly over the file") {
  tests::TemporaryFolder const folder;
  constexpr int stride = 8;
  constexpr int sampled_lines = 100;
  std::string lines;
  for (int i = 0; i < stride * sampled_lines; ++i)
    lines += line_of_json(i, i % stride == 0 ? 10 : 30);
  index::write_file(folder.path() / "all.jsonl", lines);
  // As large as a file with eight times the sampled articles of the assumed length.
  constexpr std::uint64_t bytes = 2000 * stride * sampled_articles;
  CHECK(average({sampled(folder.path(), "all.jsonl", bytes)}, index::Part::body) == 10);
  CHECK(average({sampled(folder.path(), "all.jsonl", lines.size())}, index::Part::body) == 27.5);
}
