// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/topic_suggestions.hpp"

#include "index/fields.hpp"
#include "searchd/search/related/related_weights.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace recap::search {
namespace {

double impact_share(Story const& story, std::string const& stem) {
  auto const at = std::ranges::lower_bound(story.stems, stem, {}, &Stem::stem);
  bool const found = at != story.stems.end() && at->stem == stem;
  return found ? at->impact / static_cast<double>(index::largest_impact) : 0;
}

/// Impact of the weakest of a topic's words; 0 if one is missing.
double mention(Story const& story, std::span<std::string const> stems) {
  if (stems.empty()) return 0;
  double const whole = impact_share(story, stems.front());
  auto const words = stems.subspan(1);
  if (words.empty()) return whole;
  double weakest = 1;
  for (auto const& stem : words)
    weakest = std::min(weakest, impact_share(story, stem));
  return std::max(whole, weakest);
}

} // namespace

std::vector<SuggestedTopic> suggest_topics(Snapshot const& snapshot, Reader& reader,
                                           Story const& draft,
                                           std::vector<RelatedCandidate> const& neighbours) {
  auto const& field = index::field(index::FieldId::topic);
  auto const& column = snapshot.column(index::FieldId::topic);
  auto const& stems = snapshot.topic_stems(reader.analyser);
  std::vector<double> votes(column.dictionary().size());
  double all = 0;
  for (auto const& one :
       std::span(neighbours).first(std::min(neighbours.size(), topic_neighbours))) {
    all += one.score;
    for (auto const topic : column.of(one.document))
      votes[topic] += one.score;
  }
  std::set<std::string> own;
  for (auto const& topic : draft.record.topics)
    own.insert(index::value_term(field, topic));
  std::vector<SuggestedTopic> suggested;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    double const mentioned = mention(draft, stems[i]);
    double const score = (all > 0 ? votes[i] / all : 0) + mention_weight * mentioned;
    if (score < least_topic_score) continue;
    auto const& topic = column.dictionary()[i];
    if (own.contains(index::value_term(field, topic))) continue;
    suggested.push_back(
        {.topic = topic, .score = std::min(score, 1.0), .articles = 0, .in_text = mentioned > 0});
  }
  std::ranges::stable_sort(suggested, std::greater(), &SuggestedTopic::score);
  suggested.resize(std::min(suggested.size(), suggested_topics));
  for (auto& one : suggested)
    one.articles = reader.document_frequency(index::value_term(field, one.topic));
  return suggested;
}

} // namespace recap::search
