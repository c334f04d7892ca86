// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/hits.hpp"

#include "searchd/search/show/explain.hpp"
#include "searchd/search/show/highlight.hpp"

#include <algorithm>
#include <cmath>

namespace recap::search {
namespace {

/// A word in the heading describes a section better than one in its text.
constexpr double heading_bonus = 2.0;

/// Bytes of text to read before and after the first word of a snippet: what a snippet shows there
/// at most (highlight.cpp), and some more to begin at a better word nearby.
constexpr std::size_t read_before = 90;
constexpr std::size_t read_behind = 220;

/// Approximate number of words in a snippet after its first match.
constexpr std::uint32_t snippet_words = 24;

/// Weight of a match of this alternative when sections are compared; a word* has no weight of its
/// own.
double worth(Alternative const& alternative) {
  double total = 0;
  for (auto const& term : alternative.terms)
    total += term.weight;
  return alternative.terms.empty() ? 1 : total;
}

} // namespace

HitBuilder::HitBuilder(Reader& reader, Plan const& plan, Request const& request)
    : reader_(reader)
    , plan_(plan)
    , positions_(reader)
    , tags_(request.highlight)
    , most_sections_(1 + request.more_sections)
    , keeps_texts_(request.raw)
    , explains_(request.explains) {
  look_for(plan.words, true);
  look_for(plan.shown, false);
}

void HitBuilder::look_for(std::vector<PlannedUnit> const& units, bool are_words) {
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].is_stop_word) continue;
    for (Alternative const& alternative : units[i].alternatives) {
      auto const field = alternative.unit.field;
      if (!field || field == index::FieldId::title) title_words_.add(alternative.unit);
      if (field) continue;
      sought_.push_back({.alternative = &alternative,
                         .unit = body_words_.size(),
                         .word = are_words ? word_bit(i) : 0});
      body_words_.add(alternative.unit);
    }
  }
}

/// Every section with a match, best first: rare words count more, frequency counts a little.
std::vector<HitBuilder::SectionScore> HitBuilder::score_sections(Ranked const& article,
                                                                 Sections& sections) {
  std::vector<SectionScore> scores(sections.record().sections.size());
  for (std::size_t i = 0; i < scores.size(); ++i)
    scores[i].section = i;
  std::vector<std::size_t> counts(scores.size());
  std::vector<bool> in_heading(scores.size());
  for (auto const& sought : sought_) {
    if (sought.word != 0 && (article.answered & sought.word) == 0) continue;
    auto const positions = positions_.of(article.id, *sought.alternative);
    if (positions.empty()) continue;
    counts.assign(scores.size(), 0);
    in_heading.assign(scores.size(), false);
    for (auto const position : positions) {
      auto const place = sections.of(position);
      if (!place) continue;
      ++counts[place->section];
      if (place->in_heading) {
        in_heading[place->section] = true;
      } else {
        scores[place->section].in_text.push_back({position, sought.unit});
      }
    }
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if (counts[i] == 0) continue;
      double const often = 1 + 0.3 * std::log(static_cast<double>(counts[i]));
      scores[i].score += worth(*sought.alternative) * (often + (in_heading[i] ? heading_bonus : 0));
    }
  }
  std::erase_if(scores, [](SectionScore const& score) { return score.score == 0; });
  std::ranges::stable_sort(scores, std::greater(), &SectionScore::score);
  return scores;
}

namespace {

/// Where to begin a snippet: the first of the occurrences that are followed, within the length of a
/// snippet, by the most different units, then by the most occurrences. Precondition: sorted, not
/// empty.
template <typename Occurrence>
std::uint32_t best_position(std::vector<Occurrence> const& occurrences) {
  std::uint32_t best = occurrences.front().position;
  std::size_t best_score = 0;
  std::vector<std::size_t> units;
  for (std::size_t i = 0; i < occurrences.size(); ++i) {
    units.clear();
    std::size_t end = i;
    while (end < occurrences.size() &&
           occurrences[end].position < occurrences[i].position + snippet_words)
      units.push_back(occurrences[end++].unit);
    std::ranges::sort(units);
    auto const repeated = std::ranges::unique(units);
    auto const different = static_cast<std::size_t>(repeated.begin() - units.begin());
    std::size_t const score = different * 100 + std::min<std::size_t>(end - i, 99);
    if (score <= best_score) continue;
    best_score = score;
    best = occurrences[i].position;
  }
  return best;
}

} // namespace

std::string HitBuilder::text_snippet(Xapian::docid id, WindowRequest const& request) {
  auto const window = reader_.window(id, request);
  auto const spans = body_words_.find(reader_.analyser, window.text);
  std::size_t const end = window.begin + window.text.size();
  return snippet(window.text, spans, tags_,
                 {.before = window.begin > 0, .behind = end < window.section_bytes});
}

SectionHit HitBuilder::section_hit(Xapian::docid id, index::Record const& record,
                                   SectionScore& score) {
  index::Section const& section = record.sections[score.section];
  SectionHit hit{.heading = section.heading,
                 .place = score.section,
                 .anchor = section.anchor,
                 .url = record.url};
  if (!hit.url.empty() && !hit.anchor.empty()) {
    hit.url.resize(std::min(hit.url.find('#'), hit.url.size()));
    hit.url += '#' + hit.anchor;
  }
  if (keeps_texts_) return hit; // the caller of raw texts highlights them
  std::ranges::sort(score.in_text, {}, &Occurrence::position);
  hit.snippet_html =
      text_snippet(id, {.section = score.section,
                        .position = score.in_text.empty() ? section.first_position
                                                          : best_position(score.in_text),
                        .before = read_before,
                        .after = read_behind});
  return hit;
}

std::vector<std::string> HitBuilder::missing_words(Ranked const& article) const {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < plan_.words.size(); ++i) {
    bool const answered = (article.answered & word_bit(i)) != 0;
    if (plan_.words[i].required && !answered) missing.push_back(plan_.words[i].unit.typed);
  }
  return missing;
}

/// For a match in title, author or topics, or without words: shows what the article is about.
SectionHit HitBuilder::about(Xapian::docid id, index::Record const& record) {
  SectionHit hit{.url = record.url};
  if (!record.summary.empty()) {
    hit.snippet_html =
        snippet(record.summary, body_words_.find(reader_.analyser, record.summary), tags_);
    return hit;
  }
  for (std::size_t i = 0; i < record.sections.size() && hit.snippet_html.empty(); ++i)
    hit.snippet_html = text_snippet(
        id, {.section = i, .position = record.sections[i].first_position, .after = read_behind});
  return hit;
}

Hit HitBuilder::build(Ranked const& article, std::vector<WeighedTerm> const& feedback) {
  Hit hit;
  hit.score = article.score();
  bool const needs_texts = keeps_texts_ || explains_;
  hit.article = needs_texts ? reader_.record(article.id) : reader_.fields(article.id);
  index::Record& record = hit.article;
  hit.title_html =
      highlighted(record.title, title_words_.find(reader_.analyser, record.title), tags_);
  Sections sections(reader_, article.id, record);
  auto scores = score_sections(article, sections);
  auto const shown = std::min(scores.size(), most_sections_);
  for (std::size_t i = 0; i < shown; ++i) {
    auto section = section_hit(article.id, record, scores[i]);
    if (i == 0) {
      hit.best = std::move(section);
    } else {
      hit.more.push_back(std::move(section));
    }
  }
  if (scores.empty()) hit.best = about(article.id, record);
  if (!article.is_pinned) hit.missing = missing_words(article);
  if (explains_) hit.why = explain(reader_, sections, plan_, article, feedback);
  if (keeps_texts_) return hit;
  for (auto& section : record.sections)
    section.text.clear();
  return hit;
}

} // namespace recap::search
