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

TEST_CASE("counts of dead articles are added up or dropped") {
  TemporaryFolder const folder;
  std::vector<Opened> opened;
  opened.reserve(2);
  std::vector<SegmentSource> inputs;
  for (std::uint32_t i = 0; i < 2; ++i) {
    SegmentWriter writer;
    add(writer, random_model(30 + i, 1, 10 * i + 1)[0]);
    writer.count_dead(terms_of(random_model(40, 1, 77)[0]));
    Files const files(folder.path(), std::to_string(i));
    writer.finish(files.words, files.articles);
    opened.emplace_back(files);
    inputs.push_back(opened.back().source());
  }
  Files const sum(folder.path(), "sum");
  Files const drop(folder.path(), "drop");
  merge_segments(inputs, sum.words, sum.articles, DeadCounts::sum);
  merge_segments(inputs, drop.words, drop.articles, DeadCounts::drop);
  CHECK(SegmentWords(sum.words).find("everywhere")->dead == 2);
  CHECK(SegmentWords(sum.words).find("rare77")->dead == 2);
  CHECK(SegmentWords(drop.words).find("everywhere")->dead == 0);
  CHECK_FALSE(SegmentWords(drop.words).find("rare77"));
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

TEST_CASE("a stem's ordinal follows what is left of its terms") {
  TemporaryFolder const folder;
  Model model(3);
  for (std::uint32_t i = 0; i < 3; ++i)
    model[i].docid = i + 1;
  model[0].terms["run"] = {.impact = 20, .positions = {4}, .is_stem = true};
  model[1].terms["Zrun"] = {.impact = 10, .positions = {4}, .is_stem = true};
  model[2].terms["run"] = {.impact = 30, .positions = {4}, .is_stem = true};
  Files const both(folder.path(), "both");
  Files const third(folder.path(), "third");
  write({model[0], model[1]}, both);
  write({model[2]}, third);
  Opened const first(both);
  Opened const second(third);
  auto const home = [&](std::vector<SegmentSource> const& inputs, std::uint32_t local) {
    Files const merged(folder.path(), "merged");
    merge_segments(inputs, merged.words, merged.articles);
    SegmentWords const words(merged.words);
    std::vector<ForwardEntry> entries;
    words.forward(local, entries);
    return words.term(entries.at(0).ordinal);
  };
  CHECK(home({first.source(), second.source()}, 2) == "Zrun");
  auto without = first.source();
  without.live = [](std::uint32_t docid) { return docid == 1; };
  CHECK(home({without, second.source()}, 0) == "run");
  CHECK(home({without, second.source()}, 1) == "run");
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
