// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/story.hpp"

#include "tests/catch.hpp"

#include <algorithm>

using namespace recap;
using namespace recap::search;

namespace {

Story story_of(std::vector<std::string> const& texts) {
  index::Record draft;
  draft.title = "Lighthouse";
  for (auto const& text : texts) {
    auto& section = draft.sections.emplace_back();
    section.heading = "Keeper";
    section.text = text;
  }
  text::Analyser analyser;
  return draft_story(analyser, std::move(draft), {});
}

bool has_stem(Story const& story, std::string_view stem) {
  return std::ranges::find(story.stems, stem, &Stem::stem) != story.stems.end();
}

std::string text_of(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes)
    text += "등대 telescope ";
  return text;
}

} // namespace

TEST_CASE("the first 256 KiB of a story are read, across sections") {
  auto const half = text_of(longest_story / 2 - 1000);
  CHECK(has_stem(story_of({half, half, "compass"}), "compass"));
  auto const long_story = story_of({half, half, text_of(3000) + "compass", "anchor"});
  CHECK(has_stem(long_story, "telescop"));
  CHECK(has_stem(long_story, "keeper"));
  CHECK_FALSE(has_stem(long_story, "compass"));
  CHECK_FALSE(has_stem(long_story, "anchor"));
}

TEST_CASE("a title names a topic as one word or by all of its words") {
  index::Record draft;
  draft.title = "Front-end work for open source libraries";
  draft.sections.emplace_back().text = "The data of a library.";
  text::Analyser analyser;
  auto const story = draft_story(analyser, std::move(draft), {});
  using Stems = std::vector<std::string>;
  CHECK(title_names(story, Stems{"frontend", "front", "end"}));
  CHECK(title_names(story, Stems{"opensourc", "open", "sourc"}));
  CHECK(title_names(story, Stems{"librari"}));
  CHECK_FALSE(title_names(story, Stems{"data"}));
  CHECK_FALSE(title_names(story, Stems{"opendata", "open", "data"}));
  CHECK_FALSE(title_names(story, Stems{}));
}
