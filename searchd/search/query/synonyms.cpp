// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/synonyms.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace recap::search {
namespace {

/// Separates the words of a key; no word contains it.
constexpr char separator = '\x1f';

void append(std::string& key, Unit const& unit) {
  if (!key.empty()) key += separator;
  key += unit.kind == Unit::Kind::compound ? unit.word : unit.stem;
}

} // namespace

/// One side of a rule, analysed.
struct Synonyms::Term {
  std::string written;
  std::string key;
  std::size_t units = 0;
  Unit unit; ///< as an alternative
};

class Synonyms::Maker {
public:
  explicit Maker(Synonyms& synonyms)
      : synonyms_(synonyms) {}

  void add(SynonymRule const& rule) {
    line_ = rule.line;
    auto const from = terms(rule.from);
    auto const to = terms(rule.to);
    if (to.empty() && from.size() < 2)
      throw BadRule("a word has no synonym in it; write two at least", line_);
    std::set<std::string> keys;
    for (auto const* side : {&from, &to}) {
      for (auto const& term : *side) {
        if (!keys.insert(term.key).second)
          throw BadRule("\"" + term.written +
                            "\" is to the search the same as another in this rule; leave it out",
                        line_);
      }
    }
    for (auto const& term : from) {
      for (auto const& other : to.empty() ? from : to) {
        if (&other != &term) relate(term, other);
      }
    }
  }

private:
  std::vector<Term> terms(std::vector<std::string> const& texts) {
    std::vector<Term> terms;
    for (auto const& text : texts)
      terms.push_back(term(text));
    return terms;
  }

  Term term(std::string const& text) {
    auto const units = units_of_words(analyser_, text);
    if (units.empty()) throw BadRule("\"" + text + "\" has no words", line_);
    if (units.size() > longest_synonym) {
      throw BadRule("\"" + text + "\" has more than " + std::to_string(longest_synonym) + " words",
                    line_);
    }
    Term term{.written = text, .units = units.size(), .unit = units.front()};
    for (auto const& unit : units)
      append(term.key, unit);
    if (units.size() > 1) term.unit = unit_of_phrase(analyser_, text).value_or(units.front());
    return term;
  }

  void relate(Term const& from, Term const& to) {
    auto const [known, is_new] = lines_.try_emplace({from.key, to.key}, line_);
    if (!is_new) {
      throw BadRule("that \"" + from.written + "\" finds \"" + to.written +
                        "\" is already said in line " + std::to_string(known->second) +
                        "; say it once",
                    line_);
    }
    auto& found = synonyms_.alternatives_[from.key];
    found.push_back(to.unit);
    check_bounds(from, found, to.units > 1 ? ++phrases_[from.key] : 0);
    synonyms_.longest_ = std::max(synonyms_.longest_, from.units);
  }

  void check_bounds(Term const& from, std::vector<Unit> const& found, std::size_t phrases) const {
    auto const refuse = [this](std::string const& what, std::size_t most,
                               std::string const& advice) {
      throw BadRule(what + " more than " + std::to_string(most) + advice, line_);
    };
    auto const name = "\"" + from.written + "\"";
    if (found.size() > most_synonyms)
      refuse(name + " finds", most_synonyms, " others; leave the rarest out");
    if (phrases > most_synonym_phrases) {
      refuse(
          name + " finds", most_synonym_phrases,
          " texts of several words; leave the rarest out, or those that one of their words finds");
    }
    if (lines_.size() > most_synonym_pairs)
      refuse("the file has", most_synonym_pairs, " pairs of words; leave the rarest out");
  }

  Synonyms& synonyms_;
  text::Analyser analyser_;
  std::map<std::string, std::size_t> phrases_; ///< found by a text
  std::map<std::pair<std::string, std::string>, std::size_t> lines_;
  std::size_t line_ = 0;
};

Synonyms::Synonyms(std::vector<SynonymRule> const& rules, std::string version)
    : version_(std::move(version)) {
  Maker maker(*this);
  for (auto const& rule : rules)
    maker.add(rule);
}

std::vector<SynonymMatch> Synonyms::find(std::span<Unit const> units) const {
  std::vector<SynonymMatch> matches;
  for (std::size_t first = 0; first < units.size();) {
    SynonymMatch match{.first = first};
    std::string key;
    std::size_t const most = std::min(longest_, units.size() - first);
    for (std::size_t count = 1; count <= most; ++count) {
      append(key, units[first + count - 1]);
      auto const found = alternatives_.find(key);
      if (found != alternatives_.end()) match = {first, count, &found->second};
    }
    if (match.alternatives != nullptr) matches.push_back(match);
    first += std::max<std::size_t>(match.count, 1);
  }
  return matches;
}

} // namespace recap::search
