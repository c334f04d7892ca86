// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/related_search.hpp"

#include "index/fields.hpp"
#include "searchd/search/match/best_matches.hpp"
#include "searchd/search/match/idf.hpp"
#include "searchd/search/related/related_weights.hpp"
#include "searchd/search/related/similarity.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace recap::search {
namespace {

using index::FieldId;

/// Processor time for one request. Over 8,000 long articles, a third of it is used.
constexpr std::chrono::milliseconds budget(100);

index::Record without_texts(index::Record record) {
  for (auto& section : record.sections)
    section.text.clear();
  return record;
}

bool has_topic(index::Record const& record, std::string const& term) {
  auto const& field = index::field(FieldId::topic);
  return std::ranges::any_of(
      record.topics, [&](auto const& topic) { return index::value_term(field, topic) == term; });
}

bool has_stem(Story const& story, std::string const& stem) {
  auto const at = std::ranges::lower_bound(story.stems, stem, {}, &Stem::stem);
  return at != story.stems.end() && at->stem == stem;
}

bool has_period(index::Record const& record) {
  return record.year != 0 && !record.season.empty();
}

} // namespace

/// Number of articles with a term, without the story itself. `stem`: the same term as a stem of
/// running text, or empty for a topic.
double RelatedSearch::others_with(std::string const& term, std::string const& stem) const {
  double with = reader_.document_frequency(term);
  auto const is_in = [&](Story const& story) {
    return stem.empty() ? has_topic(story.record, term) : has_stem(story, stem);
  };
  if (story_.document && is_in(story_)) --with;
  for (auto const& [document, apart] : apart_) {
    if (is_in(apart.story)) --with;
  }
  return with;
}

Rarity RelatedSearch::rarity() const {
  double const own = story_.document ? 1 : 0;
  return {.articles = reader_.articles() - own - static_cast<double>(apart_.size()),
          .with_stem = [this](std::string const& stem) {
            return others_with(index::stem_term("", stem), stem);
          }};
}

/// A topic named in the title counts as a stated topic.
void RelatedSearch::weigh_topics() {
  auto const rarity = this->rarity();
  topics_.clear();
  auto about = story_.record.topics;
  auto const& topics = snapshot_.column(FieldId::topic).dictionary();
  auto const& stems = snapshot_.topic_stems(reader_.analyser);
  for (std::size_t i = 0; i < topics.size(); ++i) {
    if (title_names(story_, stems[i])) about.push_back(topics[i]);
  }
  for (auto const& topic : about) {
    std::string term = index::value_term(index::field(FieldId::topic), topic);
    double const with = others_with(term, {});
    bool const known = std::ranges::find(topics_, term, &Topic::term) != topics_.end();
    if (with >= 1 && !known)
      topics_.push_back({.term = std::move(term), .idf = idf(rarity.articles, with)});
  }
  std::ranges::stable_sort(topics_, std::greater(), &Topic::idf);
  topics_.resize(std::min(topics_.size(), related_topics));
}

Clause RelatedSearch::clause() {
  std::vector<Clause> parts;
  own_score_ = 0;
  for (auto const& word : words_) {
    double const share = word.weight / word.idf;
    double const weight = word.idf * std::pow(share, own_impact_power);
    parts.push_back(term_clause(index::stem_term("", word.stem), weight));
    own_score_ += weight * share;
  }
  for (auto const& topic : topics_) {
    double const weight = topic_boost * topic.idf * topic.idf;
    parts.push_back(value_clause(topic.term, weight));
    own_score_ += weight;
  }
  // Not alone: it would relate every recap of a summer to every other.
  if (has_period(story_.record) && !parts.empty()) {
    auto const& record = story_.record;
    auto const half = [](FieldId field, std::string const& value) {
      return value_clause(index::value_term(index::field(field), value), period_weight / 2);
    };
    parts.push_back(all_of(
        {half(FieldId::year, std::to_string(record.year)), half(FieldId::season, record.season)}));
    own_score_ += period_weight;
  }
  return any_of(std::move(parts));
}

void RelatedSearch::ask() {
  words_ = significant_terms(reader_.analyser, story_, rarity());
  weigh_topics();
  candidates_.clear();
  Work work(budget, {});
  // More than limit_, because the story itself, its copies and weak reasons are dropped later.
  for (auto const& found :
       best_matches(reader_, clause(), 3 * limit_ + 1 + most_same_story, work)) {
    if (found.id == story_.document || apart_.contains(found.id)) continue;
    candidates_.push_back({.document = found.id, .score = found.weight / own_score_});
  }
}

std::optional<RelatedSearch::Apart> RelatedSearch::same_story(RelatedCandidate const& candidate,
                                                              bool may_be_version) {
  bool const suspicious = candidate.score >= suspicious_score;
  if (!suspicious && !may_be_version) return std::nullopt;
  Apart apart{.story =
                  indexed_story(reader_, candidate.document, snapshot_.manifest().average_lengths)};
  apart.same.is_version = may_be_version && are_versions(story_.record, apart.story.record);
  if (suspicious || apart.same.is_version)
    apart.same.share = similarity(story_, apart.story, reader_);
  if (!apart.same.is_version && apart.same.share < near_duplicate_share) return std::nullopt;
  apart.same.article = without_texts(apart.story.record);
  return apart;
}

/// True if some of the candidates were the same story.
bool RelatedSearch::set_apart() {
  auto const& languages = snapshot_.column(FieldId::lang);
  auto const is_in_another_language = [&](Xapian::docid document) {
    auto const values = languages.of(document);
    return !values.empty() && languages.dictionary()[values.front()] != story_.record.lang;
  };
  auto const before = apart_.size();
  std::size_t looked_at = 0;
  for (RelatedCandidate const& candidate : candidates_) {
    if (++looked_at > most_same_story) break;
    auto apart = same_story(candidate, is_in_another_language(candidate.document));
    if (apart) apart_.emplace(candidate.document, std::move(*apart));
  }
  std::erase_if(candidates_, [&](auto const& one) { return apart_.contains(one.document); });
  return apart_.size() > before;
}

/// The words as the story writes them, if known.
std::vector<std::string>
RelatedSearch::written_words(std::vector<SignificantTerm const*> const& shared) const {
  std::vector<std::string> words;
  for (auto const* word : shared) {
    if (words.size() < most_shared_words && !word->written.empty()) words.push_back(word->written);
  }
  return words;
}

/// The hit with its reasons; nullopt if they are too weak, because one shared word is chance.
std::optional<RelatedHit> RelatedSearch::hit(RelatedCandidate const& candidate) {
  RelatedHit hit;
  hit.score =
      std::min(candidate.score, 1.0); // it may use the same words more often than the story itself
  std::vector<std::pair<double, SignificantTerm const*>> weighed;
  for (auto const& word : words_) {
    auto const impact = reader_.impact(candidate.document, index::stem_term("", word.stem));
    if (impact > 0) weighed.emplace_back(word.idf * impact, &word);
  }
  std::ranges::stable_sort(weighed, std::greater(), &decltype(weighed)::value_type::first);
  std::vector<SignificantTerm const*> shared;
  for (auto const& [weight, word] : weighed)
    shared.push_back(word);
  hit.article = reader_.fields(candidate.document);
  auto const& field = index::field(FieldId::topic);
  for (auto const& topic : topics_) {
    for (auto const& theirs : hit.article.topics) {
      if (index::value_term(field, theirs) == topic.term) hit.topics.push_back(theirs);
    }
  }
  hit.same_period = has_period(story_.record) && hit.article.year == story_.record.year &&
                    hit.article.season == story_.record.season;
  std::size_t const needed = !hit.topics.empty() ? 0 : hit.same_period ? 1 : 2;
  if (shared.size() < needed) return std::nullopt;
  hit.words = written_words(shared);
  if (hit.words.size() < needed && !std::exchange(looked_further_, true)) {
    look_further(reader_.analyser, story_, words_);
    hit.words = written_words(shared);
  }
  if (hit.words.size() < needed) return std::nullopt;
  return hit;
}

std::set<Xapian::docid> RelatedSearch::by_same_author() const {
  std::set<Xapian::docid> articles;
  for (auto const& author : story_.record.author) {
    auto const term = index::value_term(index::field(FieldId::author), author);
    Work work(budget, {});
    for (auto const& found : best_matches(reader_, value_clause(term), reader_.articles(), work))
      articles.insert(found.id);
  }
  return articles;
}

/// Of two versions of one article, keeps the one in the story's language.
void RelatedSearch::add_version_aware(std::vector<RelatedHit>& hits, RelatedHit hit) const {
  auto const version = std::ranges::find_if(
      hits, [&](auto const& other) { return are_versions(hit.article, other.article); });
  if (version == hits.end()) {
    hits.push_back(std::move(hit));
  } else if (hit.article.lang == story_.record.lang) {
    hit.score = version->score;
    *version = std::move(hit);
  }
}

std::vector<RelatedHit> RelatedSearch::choose() {
  auto const& authors = snapshot_.column(FieldId::author);
  auto left = candidates_;
  auto const same_author = by_same_author();
  for (auto& candidate : left) {
    if (same_author.contains(candidate.document)) candidate.score *= same_author_damping;
  }
  std::vector<RelatedHit> hits;
  while (hits.size() < limit_ && !left.empty()) {
    auto best = std::ranges::max_element(left, {}, &RelatedCandidate::score);
    RelatedCandidate const chosen = *best;
    left.erase(best);
    auto related = hit(chosen);
    if (!related) continue;
    add_version_aware(hits, std::move(*related));
    auto const written_by = authors.of(chosen.document);
    for (auto& candidate : left) {
      bool const again = std::ranges::any_of(authors.of(candidate.document), [&](auto author) {
        return std::ranges::find(written_by, author) != written_by.end();
      });
      if (again) candidate.score *= same_author_damping;
    }
  }
  return hits;
}

std::vector<RelatedCandidate> RelatedSearch::neighbours() const {
  std::vector<RelatedCandidate> all;
  for (auto const& [document, apart] : apart_)
    all.push_back({.document = document, .score = 1});
  all.insert(all.end(), candidates_.begin(), candidates_.end());
  return all;
}

RelatedResult RelatedSearch::run() {
  ask();
  if (set_apart()) {
    ask();
    std::erase_if(candidates_, [&](auto const& one) { return apart_.contains(one.document); });
  }
  RelatedResult result;
  result.generation = snapshot_.manifest().generation;
  result.hits = choose();
  for (auto& [document, apart] : apart_)
    (apart.same.is_version ? result.versions : result.near_duplicates)
        .push_back(std::move(apart.same));
  std::ranges::stable_sort(result.near_duplicates, std::greater(), &SameStory::share);
  return result;
}

} // namespace recap::search
