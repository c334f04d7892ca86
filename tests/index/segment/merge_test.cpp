// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/index/segment/model.hpp"

using namespace recap::index;
using namespace recap::index::tests;

namespace {

Model only(Model const& model, auto keep) {
  Model some;
  std::ranges::copy_if(model, std::back_inserter(some), keep);
  return some;
}

void add_texts(Model& model) {
  for (auto& article : model)
    add_section(article, "Heading", "Text number " + std::to_string(article.docid) + " of many.");
}

} // namespace

TEST_CASE("merged segments equal a segment written at once") {
  TemporaryFolder const folder;
  Model model = random_model(21, 500);
  add_texts(model);
  Files const all(folder.path(), "all");
  Files const even(folder.path(), "even");
  Files const odd(folder.path(), "odd");
  Files const merged(folder.path(), "merged");
  write(model, all);
  auto const is_even = [](ModelArticle const& one) { return one.docid % 2 == 0; };
  write(only(model, is_even), even);
  write(only(model, std::not_fn(is_even)), odd);
  Opened const first(even);
  Opened const second(odd);
  std::vector const inputs{first.source(), second.source()};
  merge_segments(inputs, merged.words, merged.articles);
  CHECK(bytes_of(merged.words) == bytes_of(all.words));
  CHECK(bytes_of(merged.articles) == bytes_of(all.articles));
}

TEST_CASE("articles that are not live are dropped, with terms that only they have") {
  TemporaryFolder const folder;
  Model const model = random_model(22, 300);
  Files const all(folder.path(), "all");
  Files const some(folder.path(), "some");
  Files const merged(folder.path(), "merged");
  write(model, all);
  auto const is_live = [](std::uint32_t docid) { return docid % 3 != 0; };
  write(only(model, [&](auto const& one) { return is_live(one.docid); }), some);
  Opened const opened(all);
  auto source = opened.source();
  source.live = is_live;
  merge_segments(std::span(&source, 1), merged.words, merged.articles);
  CHECK(bytes_of(merged.words) == bytes_of(some.words));
  CHECK(bytes_of(merged.articles) == bytes_of(some.articles));
}

TEST_CASE("pieces that each count from 1 are merged one after the other") {
  TemporaryFolder const folder;
  Model model = random_model(23, 300);
  std::uint32_t docid = 1;
  for (auto& article : model)
    article.docid = docid++;
  Files const all(folder.path(), "all");
  write(model, all);
  std::vector<Opened> pieces;
  std::vector<SegmentSource> inputs;
  pieces.reserve(3);
  for (std::uint32_t begin = 0; begin < 300; begin += 100) {
    Model piece(model.begin() + begin, model.begin() + begin + 100);
    for (auto& article : piece)
      article.docid -= begin;
    Files const files(folder.path(), std::to_string(begin));
    write(piece, files);
    pieces.emplace_back(files);
    inputs.push_back(pieces.back().source());
    inputs.back().docid_offset = begin;
  }
  Files const merged(folder.path(), "merged");
  merge_segments(inputs, merged.words, merged.articles);
  CHECK(bytes_of(merged.words) == bytes_of(all.words));
}

TEST_CASE("merging nothing, or nothing live, gives an empty segment") {
  TemporaryFolder const folder;
  Files const one(folder.path(), "1");
  write(random_model(3, 5), one);
  Opened const opened(one);
  auto source = opened.source();
  source.live = [](std::uint32_t) { return false; };
  Files const merged(folder.path(), "merged");
  for (auto const inputs :
       {std::span<SegmentSource const>(), std::span<SegmentSource const>(&source, 1)}) {
    merge_segments(inputs, merged.words, merged.articles);
    CHECK(SegmentWords(merged.words).articles() == 0);
    CHECK(SegmentWords(merged.words).terms() == 0);
    CHECK(SegmentArticles(merged.articles).articles() == 0);
  }
}

TEST_CASE("two live articles of the same docid cannot be merged") {
  TemporaryFolder const folder;
  Files const one(folder.path(), "1");
  write(random_model(3, 5), one);
  Opened const opened(one);
  std::vector const inputs{opened.source(), opened.source()};
  Files const merged(folder.path(), "merged");
  CHECK_THROWS_AS(merge_segments(inputs, merged.words, merged.articles), std::invalid_argument);
}
