// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/explain.hpp"

#include "index/ranking.hpp"
#include "searchd/search/show/written_forms.hpp"

#include <algorithm>
#include <span>

namespace recap::search {
namespace {

class Explanation {
public:
  Explanation(Reader& reader, Sections& sections, Xapian::docid id)
      : reader_(reader)
      , positions_(reader)
      , sections_(sections)
      , forms_(sections.analyser(), sections.record())
      , id_(id) {}

  /// Weight of the alternative; 0 if the article does not match it.
  double weight(Alternative const& alternative) {
    if (!positions_.answers(id_, alternative)) return 0;
    double total = 0;
    for (auto const& term : alternative.terms)
      total += weight(term);
    return alternative.as_written ? total + weight(*alternative.as_written) : total;
  }

  double weight(WeighedTerm const& term) {
    return term.weight * reader_.impact(id_, term.term) / index::largest_impact;
  }

  /// As PlannedUnit::typed() scores it: the best field of the word and its inside add up; of the
  /// others, the best counts.
  Reason reason(PlannedUnit const& planned, bool corrected) {
    double word = 0;
    double inside = 0;
    double best = 0;
    Alternative const* direct_way = nullptr;
    Alternative const* best_way = nullptr;
    for (Alternative const& alternative : planned.alternatives) {
      if (alternative.kind == MatchKind::typo && !corrected) continue;
      double const part = weight(alternative);
      if (part <= 0) continue;
      if (alternative.kind == MatchKind::word) {
        if (part > word) direct_way = &alternative;
        word = std::max(word, part);
      } else if (alternative.kind == MatchKind::inside) {
        inside += part;
        if (direct_way == nullptr) direct_way = &alternative;
      } else if (part > best) {
        best = part;
        best_way = &alternative;
      }
    }
    double const direct = word + inside;
    Alternative const* const alternative = direct >= best ? direct_way : best_way;
    Reason reason;
    reason.word = planned.unit.typed;
    reason.is_stop_word = planned.is_stop_word;
    if (alternative == nullptr) return reason;
    reason.weight = std::max(direct, best);
    reason.field = field(*alternative);
    reason.kind = planned.is_correction ? ReasonKind::typo : kind(*alternative, reason.field);
    reason.matched = matched(*alternative, reason.field);
    return reason;
  }

private:
  /// Whether `field` itself has the word of the query; the article may have it elsewhere only.
  [[nodiscard]] bool has_as_written(Unit const& unit, std::string_view field) {
    auto const word = index::word_term(prefix_of(unit), unit.word);
    if (unit.field) return reader_.impact(id_, word) > 0;
    if (field == "heading") return is_in_heading(reader_.positions(id_, word));
    auto const row = std::ranges::find(index::fields, field, &index::Field::name);
    auto const prefix = row == index::fields.end() ? std::string_view() : row->word_prefix;
    return reader_.impact(id_, index::word_term(prefix, unit.word)) > 0;
  }

  [[nodiscard]] bool is_in_heading(std::vector<std::uint32_t> const& positions) {
    return std::ranges::any_of(positions, [&](std::uint32_t position) {
      auto const place = sections_.of(position);
      return place && place->in_heading;
    });
  }

  /// The words of the article. A stem or joined letters are not shown; a Korean stem is its noun.
  [[nodiscard]] std::string matched(Alternative const& alternative, std::string_view field) {
    Unit const& unit = alternative.unit;
    if (unit.kind == Unit::Kind::several) {
      std::string words;
      for (std::size_t i = 0; i < unit.sequence.size(); ++i)
        words.append(i > 0 ? " " : "")
            .append(written(unit.sequence[i], alternative.terms[i].term, field));
      return words;
    }
    bool const is_joined = unit.kind == Unit::Kind::compound && !unit.word.empty();
    auto const stem = index::stem_term(prefix_of(unit), unit.stem);
    if (is_joined && reader_.impact(id_, stem) > 0) return written(unit.stem, stem, field);
    if (alternative.side_by_side && !(unit.kind == Unit::Kind::word && has_as_written(unit, field)))
      return joined(unit.sequence);
    if (unit.kind == Unit::Kind::inside) return unit.stem;
    if (unit.kind != Unit::Kind::word || has_as_written(unit, field)) return unit.word;
    if (unit.hangul) return alternative.kind == MatchKind::word ? unit.stem : unit.word;
    return written(unit.stem, stem, field);
  }

  static std::string joined(std::vector<std::string> const& sequence) {
    std::string words;
    for (auto const& word : sequence)
      words.append(words.empty() ? "" : " ").append(word);
    return words;
  }

  /// The first word of the article with this stem; in a heading, if `field` says so.
  [[nodiscard]] std::string written(std::string const& stem, std::string const& term,
                                    std::string_view field) {
    std::optional<std::size_t> section;
    bool is_first = true;
    for (auto const position : reader_.positions(id_, term)) {
      auto const place = sections_.of(position);
      bool const heads = place && place->in_heading;
      if (!is_first && !heads) continue;
      section = place ? std::optional(place->section) : std::nullopt;
      is_first = false;
      if (heads || field != "heading") break;
    }
    return forms_.of(stem, section);
  }

  [[nodiscard]] ReasonKind kind(Alternative const& alternative, std::string_view field) {
    switch (alternative.kind) {
    case MatchKind::word: break;
    case MatchKind::inside: return ReasonKind::inside;
    case MatchKind::parts: return ReasonKind::parts;
    case MatchKind::particle: return ReasonKind::particle;
    case MatchKind::prefix: return ReasonKind::prefix;
    case MatchKind::typo: return ReasonKind::typo;
    case MatchKind::synonym: return ReasonKind::synonym;
    }
    if (has_as_written(alternative.unit, field)) return ReasonKind::exact;
    return alternative.unit.hangul ? ReasonKind::particle : ReasonKind::stem;
  }

  /// The part of the article where the word weighs most, determined by the terms of the fields.
  [[nodiscard]] std::string field(Alternative const& alternative) {
    if (alternative.unit.field) return std::string(index::field(*alternative.unit.field).name);
    for (index::Field const& field : index::fields) {
      if (!field.queried || field.word_prefix.empty() || alternative.unit.stem.empty()) continue;
      if (reader_.impact(id_, index::stem_term(field.word_prefix, alternative.unit.stem)) > 0)
        return std::string(field.name);
    }
    return is_in_heading(positions_.of(id_, alternative)) ? "heading" : "body";
  }

  Reader& reader_;
  TermPositions positions_;
  Sections& sections_;
  WrittenForms forms_;
  Xapian::docid id_;
};

/// Takes `excess` from the weights of `reasons`, in proportion.
void take_off(std::span<Reason> reasons, double excess) {
  double total = 0;
  for (Reason const& reason : reasons)
    total += reason.weight;
  for (Reason& reason : reasons)
    reason.weight *= std::max(0.0, 1 - excess / total);
}

} // namespace

std::vector<Reason> explain(Reader& reader, Sections& sections, Plan const& plan,
                            Ranked const& article, std::vector<WeighedTerm> const& feedback) {
  Explanation explanation(reader, sections, article.id);
  std::vector<Reason> reasons;
  double explained = 0;
  std::size_t first_shown = 0;
  for (auto const* units : {&plan.words, &plan.shown}) {
    first_shown = reasons.size();
    for (PlannedUnit const& planned : *units) {
      Reason reason = explanation.reason(planned, article.tier != Tier::typed);
      explained += reason.weight;
      if (reason.weight > 0) reasons.push_back(std::move(reason));
    }
  }
  auto const end_shown = reasons.size();
  auto const add = [&](ReasonKind kind, double weight) {
    if (weight <= 0) return;
    reasons.emplace_back();
    reasons.back().kind = kind;
    reasons.back().weight = weight;
  };
  double context = 0;
  for (WeighedTerm const& term : feedback)
    context += explanation.weight(term);
  add(ReasonKind::context, context);
  double title = 0;
  if (plan.whole_title && reader.impact(article.id, plan.whole_title->term) > 0)
    title = plan.whole_title->weight;
  add(ReasonKind::title, title);
  add(ReasonKind::proximity, article.proximity);
  add(ReasonKind::recency, (article.words + article.proximity) * (article.recency - 1));
  // NEAR and word* have weights of their own; the rest of the score belongs to them. NEAR may weigh
  // less than its words do one by one.
  double const rest = article.words - explained - context - title;
  if (rest > 1e-6) add(ReasonKind::operation, rest);
  if (rest < -1e-6)
    take_off(std::span(reasons).subspan(first_shown, end_shown - first_shown), -rest);
  std::ranges::stable_sort(reasons, std::greater(), &Reason::weight);
  if (article.is_pinned) reasons.insert(reasons.begin(), {.kind = ReasonKind::pinned});
  return reasons;
}

} // namespace recap::search
