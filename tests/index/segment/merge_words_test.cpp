// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/index/segment/model.hpp"

#include <string>
#include <vector>

using namespace recap::index;
using namespace recap::index::tests;

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
