// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/places.hpp"

#include "index/positions.hpp"
#include "searchd/search/arrangement.hpp"

#include <algorithm>

namespace recap::search {
namespace {

/// Prefixes are upper case, folded words are not.
bool is_running_text(std::string const& term) {
  return !term.empty() && (term[0] < 'A' || term[0] > 'Z');
}

} // namespace

std::vector<Places::Term> const& Places::terms(Xapian::docid id) {
  if (id == terms_of_) return terms_;
  terms_of_ = id;
  terms_.clear();
  auto const end = reader_.database.termlist_end(id);
  for (auto term = reader_.database.termlist_begin(id); term != end; ++term)
    terms_.push_back({*term, term.get_wdf()});
  return terms_;
}

std::vector<Xapian::termpos> Places::of(Xapian::docid id, std::string const& term) {
  if (id != positions_of_) {
    positions_ = reader_.document(id).get_value(index::positions_slot);
    positions_of_ = id;
  }
  return index::Positions(positions_).of(term);
}

std::vector<Xapian::termpos> Places::side_by_side(Xapian::docid id, Way const& way) {
  std::vector<std::vector<Xapian::termpos>> lists;
  lists.reserve(way.terms.size());
  for (auto const& [term, weight] : way.terms)
    lists.push_back(of(id, term));
  return search::side_by_side(lists);
}

/// A beginning, or a noun inside longer words: all words that could have it are looked at.
std::vector<Xapian::termpos> Places::among_terms(Xapian::docid id, Way const& way) {
  bool const begins = way.kind == MatchKind::prefix;
  std::string const& sought = begins ? way.unit.word : way.unit.stem;
  std::vector<Xapian::termpos> found;
  auto const& all = terms(id);
  std::string_view const least = begins ? std::string_view(sought) : "\x80";
  for (auto term = std::ranges::lower_bound(all, least, {}, &Term::text); term != all.end();
       ++term) {
    std::string const& word = term->text;
    auto const at = word.find(sought);
    if (begins && at != 0) break;
    if (at == std::string::npos || !is_running_text(word)) continue;
    auto const places = of(id, word);
    found.insert(found.end(), places.begin(), places.end());
  }
  std::ranges::sort(found);
  return found;
}

std::vector<Xapian::termpos> Places::of(Xapian::docid id, Way const& way) {
  if (way.kind == MatchKind::inside) {
    if (impact(id, index::stem_term({}, way.unit.stem)) > 0) return {};
    return among_terms(id, way);
  }
  if (way.terms.empty()) return among_terms(id, way);
  return way.side_by_side ? side_by_side(id, way) : of(id, way.terms.front().term);
}

Xapian::termcount Places::impact(Xapian::docid id, std::string const& term) {
  auto const of = [&](std::string const& exact) {
    if (auto const known = reader_.impact(id, exact)) return *known;
    auto const& all = terms(id);
    auto const at = std::ranges::lower_bound(all, exact, {}, &Term::text);
    return at != all.end() && at->text == exact ? at->impact : 0;
  };
  auto const impact = of(term);
  return impact == 0 && index::is_stem_term(term) ? of(index::word_for_stem(term)) : impact;
}

bool Places::has(Xapian::docid id, std::string const& term) {
  return std::ranges::binary_search(terms(id), term, {}, &Term::text);
}

bool Places::answers(Xapian::docid id, Way const& way) {
  bool const has_all =
      std::ranges::all_of(way.terms, [&](auto const& term) { return impact(id, term.term) > 0; });
  if (!has_all) return false;
  return way.terms.size() < 2 || !way.side_by_side || !side_by_side(id, way).empty();
}

} // namespace recap::search
