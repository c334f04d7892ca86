// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/index/segment/texts.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

using namespace recap::index;
using namespace recap::index::tests;

TEST_CASE("enough text is compressed with a dictionary, also when only the merge has enough") {
  TemporaryFolder const folder;
  Random random(8);
  Model model;
  std::size_t bytes = 0;
  for (std::uint32_t docid = 1; docid <= 300; ++docid) {
    model.push_back(with_texts(docid, {some_text(random, 500)}));
    bytes += model.back().record.sections[0].text.size();
  }
  Files const all(folder.path(), "all");
  write(model, all);
  std::vector<Opened> opened;
  opened.reserve(10);
  std::vector<SegmentSource> inputs;
  std::size_t in_pieces = 0;
  for (std::size_t begin = 0; begin < 300; begin += 30) {
    Files const files(folder.path(), std::to_string(begin));
    auto const first = model.begin() + static_cast<std::ptrdiff_t>(begin);
    write({first, first + 30}, files);
    in_pieces += std::filesystem::file_size(files.articles);
    opened.emplace_back(files);
    inputs.push_back(opened.back().source());
  }
  Files const merged(folder.path(), "merged");
  merge_segments(inputs, merged.words, merged.articles);
  CHECK(std::filesystem::file_size(all.articles) < bytes / 2);
  CHECK(std::filesystem::file_size(merged.articles) < in_pieces);
  SegmentArticles const articles(merged.articles);
  for (std::uint32_t local = 0; local < 300; ++local)
    CHECK(articles.record(local) == model[local].record);
}

TEST_CASE("articles of several dictionaries are merged without losing a word") {
  TemporaryFolder const folder;
  Random random(9);
  Model model;
  for (std::uint32_t docid = 1; docid <= 400; ++docid)
    model.push_back(with_texts(docid, {some_text(random, 600)}));
  std::vector<Opened> opened;
  opened.reserve(3);
  std::vector<SegmentSource> inputs;
  for (auto const& [begin, end] : {std::pair(0, 190), std::pair(190, 395), std::pair(395, 400)}) {
    Files const files(folder.path(), std::to_string(begin));
    write({model.begin() + begin, model.begin() + end}, files);
    opened.emplace_back(files);
    inputs.push_back(opened.back().source());
  }
  Files const merged(folder.path(), "merged");
  merge_segments(inputs, merged.words, merged.articles);
  SegmentArticles const articles(merged.articles);
  for (std::uint32_t local = 0; local < 400; ++local) {
    CHECK(articles.record(local) == model[local].record);
    auto const window = articles.window(local, 0, 100, 50, 50);
    CHECK(model[local].record.sections[0].text.substr(window.begin, window.text.size()) ==
          window.text);
  }
}
