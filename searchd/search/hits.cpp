// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/hits.hpp"

#include "searchd/search/highlight.hpp"

#include <algorithm>
#include <cmath>

namespace recap::search {
namespace {

/// A word in its heading tells more of a section than one in its text.
constexpr double heading_bonus = 2.0;

std::size_t count_words(text::Analyser& analyser, std::string_view text) {
  return text::Analyser::next_position(analyser.analyse(text), 0);
}

/// Where the terms of running text end: prefixes are upper case, folded words are not.
bool is_running_text(std::string const& term) {
  return term.empty() || term[0] < 'A' || term[0] > 'Z';
}

/// A unit and its synonyms.
void add_unit(PlannedUnit const& planned, std::vector<Unit const*>& units) {
  units.push_back(&planned.unit);
  for (auto const& synonym : planned.synonyms)
    units.push_back(&synonym.unit);
}

} // namespace

struct HitBuilder::SectionScore {
  std::size_t section = 0;
  double score = 0;
};

HitBuilder::HitBuilder(Reader& reader, Plan const& plan, Request const& request)
    : reader_(reader)
    , plan_(plan)
    , tags_(request.highlight)
    , keeps_texts_(request.raw) {
  double const all = reader_.database.get_doccount();
  for (auto const* units : {&plan.words, &plan.shown}) {
    for (PlannedUnit const& planned : *units) {
      auto const field = planned.unit.field;
      if (!field || field == index::FieldId::title) add_unit(planned, title_units_);
      if (field) continue;
      add_unit(planned, body_units_);
      double const with = planned.direct_terms.empty()
                              ? 0
                              : reader_.database.get_termfreq(planned.direct_terms.front());
      rarity_.resize(body_units_.size(), std::log(1 + (all + 1) / (with + 1)));
    }
  }
}

/// The words of the article that are this unit. Those that share a stem share their first letters,
/// so a short stretch of the article's sorted terms holds them.
std::vector<std::string> HitBuilder::exact_forms(Xapian::docid id, Unit const& unit) {
  std::vector<std::string> forms;
  if (unit.kind == Unit::Kind::compound) return {unit.word};
  bool const inside_words = unit.kind == Unit::Kind::cjk;
  std::string const& root = unit.kind == Unit::Kind::prefix ? unit.word : unit.stem;
  std::size_t const shared = unit.hangul ? 3 : unit.kind == Unit::Kind::prefix ? root.size() : 2;
  auto const collect = [&](std::string const& begin) {
    auto term = reader_.database.termlist_begin(id);
    for (term.skip_to(begin); term != reader_.database.termlist_end(id); ++term) {
      std::string const word = *term;
      if (!word.starts_with(begin) && (!begin.empty() || is_running_text(word))) break;
      if (!is_running_text(word)) continue;
      auto const tokens = reader_.analyser.analyse(word);
      if (std::ranges::any_of(tokens, [&](auto const& token) { return unit.matches(token); })) {
        forms.push_back(word);
      }
    }
  };
  if (!inside_words) collect(root.substr(0, std::min(shared, root.size())));
  // Found by its pairs of characters inside longer words: all words of the script have to be looked
  // at.
  if (forms.empty() && (inside_words || unit.hangul)) {
    auto term = reader_.database.termlist_begin(id);
    for (term.skip_to("\x80"); term != reader_.database.termlist_end(id); ++term) {
      if ((*term).find(unit.stem) != std::string::npos) forms.push_back(*term);
    }
  }
  return forms;
}

std::vector<Xapian::termpos> HitBuilder::positions(Xapian::docid id, Unit const& unit) {
  std::vector<Xapian::termpos> found;
  auto const add = [&](std::string const& term) {
    auto const end = reader_.database.positionlist_end(id, term);
    for (auto at = reader_.database.positionlist_begin(id, term); at != end; ++at)
      found.push_back(*at);
  };
  if (unit.sequence.empty() || unit.kind == Unit::Kind::compound) {
    for (auto const& form : exact_forms(id, unit))
      add(form);
  }
  if (!unit.sequence.empty()) {
    std::vector<Xapian::termpos> starts;
    std::swap(starts, found);
    for (std::size_t i = 0; i < unit.sequence.size(); ++i) {
      std::vector<Xapian::termpos> word;
      std::swap(word, found);
      add(unit.sequence[i]);
      auto const offset = static_cast<Xapian::termpos>(i);
      for (auto& position : found)
        position -= std::min(position, offset);
      if (i == 0) continue;
      std::vector<Xapian::termpos> both;
      std::ranges::set_intersection(word, found, std::back_inserter(both));
      std::swap(found, both);
    }
    found.insert(found.end(), starts.begin(), starts.end());
  }
  return found;
}

/// Every section with a match, best first: rare words count more, many occurrences a little.
std::vector<HitBuilder::SectionScore> HitBuilder::score_sections(Xapian::docid id,
                                                                 index::Record const& record) {
  std::vector<SectionScore> scores(record.sections.size());
  std::vector<std::size_t> heading_words(record.sections.size(), std::string::npos);
  for (std::size_t i = 0; i < scores.size(); ++i)
    scores[i].section = i;
  for (std::size_t unit = 0; unit < body_units_.size(); ++unit) {
    std::vector<std::size_t> counts(scores.size());
    std::vector<bool> in_heading(scores.size());
    for (auto const position : positions(id, *body_units_[unit])) {
      auto const after =
          std::ranges::upper_bound(record.sections, position, {}, &index::Section::first_position);
      if (after == record.sections.begin() || position >= std::prev(after)->end_position) continue;
      auto const i = static_cast<std::size_t>(std::prev(after) - record.sections.begin());
      index::Section const& section = record.sections[i];
      if (heading_words[i] == std::string::npos)
        heading_words[i] = count_words(reader_.analyser, section.heading);
      ++counts[i];
      if (position < section.first_position + heading_words[i]) in_heading[i] = true;
    }
    for (std::size_t i = 0; i < scores.size(); ++i) {
      if (counts[i] == 0) continue;
      double const often = 1 + 0.3 * std::log(static_cast<double>(counts[i]));
      scores[i].score += rarity_[unit] * (often + (in_heading[i] ? heading_bonus : 0));
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

std::vector<std::string> HitBuilder::missing_words(Xapian::docid id) const {
  std::vector<std::string> missing;
  auto const has = [&](std::string const& term) {
    auto at = reader_.database.termlist_begin(id);
    at.skip_to(term);
    return at != reader_.database.termlist_end(id) && *at == term;
  };
  auto const answers = [&](PlannedUnit const& planned) {
    return std::ranges::any_of(planned.direct_terms, has) ||
           (!planned.joint_terms.empty() && std::ranges::all_of(planned.joint_terms, has));
  };
  for (PlannedUnit const& planned : plan_.words) {
    bool const found = answers(planned) || std::ranges::any_of(planned.synonyms, answers);
    if (!found) missing.push_back(planned.unit.typed);
  }
  return missing;
}

Hit HitBuilder::build(Xapian::Document const& document, double score) {
  Hit hit;
  hit.score = score;
  hit.article = index::decode(document.get_data());
  index::Record& record = hit.article;
  auto const id = document.get_docid();
  hit.title_html =
      highlighted(record.title, find_spans(reader_.analyser, record.title, title_units_), tags_);
  auto const scores = score_sections(id, record);
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
  hit.missing = missing_words(id);
  if (keeps_texts_) return hit;
  for (auto& section : record.sections)
    section.text.clear();
  return hit;
}

} // namespace recap::search
