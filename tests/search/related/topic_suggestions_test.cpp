// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/topic_suggestions.hpp"

#include "searchd/search/related/related_weights.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Topics = std::vector<std::string>;

/// Suggests topics of three articles for a draft.
class Suggesting {
public:
  [[nodiscard]] std::vector<SuggestedTopic>
  of(std::string text, std::vector<std::pair<std::string, double>> const& neighbours = {},
     Topics own = {}) {
    index::Record record;
    record.topics = std::move(own);
    record.sections.emplace_back().text = text;
    record.title = std::move(text);
    auto const draft = draft_story(index_.reader().analyser, std::move(record),
                                   index_.snapshot().manifest().average_lengths);
    std::vector<RelatedCandidate> candidates;
    for (auto const& [id, score] : neighbours)
      candidates.push_back({.document = index_.document(id), .score = score});
    return suggest_topics(index_.snapshot(), index_.reader(), draft, candidates);
  }

private:
  tests::SmallReader index_{{R"({"id":"a","title":"A","text":"x","topics":["redis","front end"]})",
                             R"({"id":"b","title":"B","text":"x","topics":["Redis","docker"]})",
                             R"({"id":"c","title":"C","text":"x","topics":["compass"]})"}};
};

Topics names(std::vector<SuggestedTopic> const& topics) {
  Topics names;
  for (auto const& one : topics)
    names.push_back(one.topic);
  return names;
}

} // namespace

TEST_CASE("neighbours vote for their topics with their scores") {
  Suggesting suggesting;
  auto const topics = suggesting.of("nothing", {{"a", 0.9}, {"b", 0.6}, {"c", 0.1}});
  REQUIRE(names(topics) == Topics{"redis", "front end", "docker"});
  CHECK(topics[0].score == Approx(1.5 / 1.6));
  CHECK(topics[0].articles == 2);
  CHECK_FALSE(topics[0].in_text);
}

TEST_CASE("a topic is suggested if the draft has all of its words") {
  Suggesting suggesting;
  auto const topics = suggesting.of("End front");
  REQUIRE(names(topics) == Topics{"front end"});
  CHECK(topics[0].in_text);
  CHECK(topics[0].score <= mention_weight);
  CHECK(suggesting.of("front front front").empty());
  CHECK(suggesting.of("end end end").empty());
}

TEST_CASE("a topic that the draft has is not suggested, however it is spelled") {
  Suggesting suggesting;
  CHECK(names(suggesting.of("nothing", {{"b", 1}}, {"REDIS"})) == Topics{"docker"});
}

TEST_CASE("a draft without neighbours that mentions no topic has no suggestions") {
  CHECK(Suggesting().of("nothing of the kind").empty());
}
