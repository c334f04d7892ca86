// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/hits.hpp"

#include "searchd/search/explain.hpp"
#include "searchd/search/highlight.hpp"

#include <algorithm>
#include <cmath>

namespace recap::search {
namespace {

/// A word in its heading tells more of a section than one in its text.
constexpr double heading_bonus = 2.0;

/// What a match of this way is worth where sections are compared; a word* has no weight of its own.
double worth(Way const& way) {
  double total = 0;
  for (auto const& term : way.terms)
    total += term.weight;
  return way.terms.empty() ? 1 : total;
}

} // namespace

struct HitBuilder::SectionScore {
  std::size_t section = 0;
  double score = 0;
};

HitBuilder::HitBuilder(Reader& reader, Plan const& plan, Request const& request)
    : reader_(reader)
    , plan_(plan)
    , places_(reader)
    , tags_(request.highlight)
    , keeps_texts_(request.raw)
    , explains_(request.explains) {
  for (auto const* units : {&plan.words, &plan.shown}) {
    for (PlannedUnit const& planned : *units) {
      for (Way const& way : planned.ways)
        look_for(way);
    }
  }
}

void HitBuilder::look_for(Way const& way) {
  auto const field = way.unit.field;
  if (!field) ways_.push_back(&way);
  if (!field || field == index::FieldId::title) title_units_.push_back(&way.unit);
  if (!field) body_units_.push_back(&way.unit);
}

/// Every section with a match, best first: rare words count more, many occurrences a little.
std::vector<HitBuilder::SectionScore>
HitBuilder::score_sections(Xapian::docid id, Sections& sections, std::size_t count) {
  std::vector<SectionScore> scores(count);
  for (std::size_t i = 0; i < scores.size(); ++i)
    scores[i].section = i;
  for (Way const* way : ways_) {
    std::vector<std::size_t> counts(scores.size());
    std::vector<bool> in_heading(scores.size());
    for (auto const position : places_.of(id, *way)) {
      auto const place = sections.of(position);
      if (!place) continue;
      ++counts[place->section];
      if (place->in_heading) in_heading[place->section] = true;
    }
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if (counts[i] == 0) continue;
      double const often = 1 + 0.3 * std::log(static_cast<double>(counts[i]));
      scores[i].score += worth(*way) * (often + (in_heading[i] ? heading_bonus : 0));
    }
  }
  std::erase_if(scores, [](SectionScore const& score) { return score.score == 0; });
  std::ranges::stable_sort(scores, std::greater(), &SectionScore::score);
  return scores;
}

SectionHit HitBuilder::section_hit(index::Record const& record, std::size_t place) {
  index::Section const& section = record.sections[place];
  SectionHit hit{.heading = section.heading,
                 .place = place,
                 .anchor = section.anchor,
                 .url = record.url,
                 .snippet_html = {}};
  if (!hit.url.empty() && !hit.anchor.empty()) {
    hit.url.resize(std::min(hit.url.find('#'), hit.url.size()));
    hit.url += '#' + hit.anchor;
  }
  if (keeps_texts_) return hit; // marked by those who asked for the texts
  hit.snippet_html =
      snippet(section.text, find_spans(reader_.analyser, section.text, body_units_), tags_);
  return hit;
}

std::vector<std::string> HitBuilder::missing_words(Ranked const& article) const {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < plan_.words.size(); ++i) {
    bool const answered = (article.answered >> i & 1) != 0;
    if (plan_.words[i].required && !answered) missing.push_back(plan_.words[i].unit.typed);
  }
  return missing;
}

Hit HitBuilder::build(Ranked const& article, std::vector<WeighedTerm> const& feedback) {
  Hit hit;
  hit.score = article.score();
  hit.article = reader_.record(article.id);
  index::Record& record = hit.article;
  auto const id = article.id;
  hit.title_html =
      highlighted(record.title, find_spans(reader_.analyser, record.title, title_units_), tags_);
  Sections sections(reader_.analyser, record);
  auto const scores = score_sections(id, sections, record.sections.size());
  auto const shown = std::min(scores.size(), 1 + most_further_sections);
  for (std::size_t i = 0; i < shown; ++i) {
    auto section = section_hit(record, scores[i].section);
    if (i == 0) {
      hit.best = std::move(section);
    } else {
      hit.more.push_back(std::move(section));
    }
  }
  if (scores.empty()) {
    // Found by its title, author or topics, or by nothing in particular: say what it is about.
    auto const with_text = std::ranges::find_if(
        record.sections, [](auto const& section) { return !section.text.empty(); });
    std::string_view about = record.summary;
    if (about.empty() && with_text != record.sections.end()) about = with_text->text;
    hit.best = {.heading = {},
                .place = {},
                .anchor = {},
                .url = record.url,
                .snippet_html =
                    snippet(about, find_spans(reader_.analyser, about, body_units_), tags_)};
  }
  hit.missing = missing_words(article);
  if (explains_) hit.why = explain(reader_, sections, plan_, article, feedback);
  if (keeps_texts_) return hit;
  for (auto& section : record.sections)
    section.text.clear();
  return hit;
}

} // namespace recap::search
