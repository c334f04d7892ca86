// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/evaluator.hpp"

#include "index/fields.hpp"
#include "index/positions.hpp"
#include "index/ranking.hpp"
#include "searchd/search/match/xapian_segment.hpp"
#include "tests/catch.hpp"

#include <xapian.h>

#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

constexpr std::uint32_t articles = 2 * window_articles + 700;

/// For each term the articles that have it, by the same rule in the database and in the model.
bool has(std::string const& term, std::uint32_t article) {
  if (term == "all") return true;
  if (term == "often") return article % 2 == 0;
  if (term == "third") return article % 3 == 0;
  if (term == "rare") return article % 997 == 5;
  if (term == "last") return article == articles;
  if (term == "Zrun") return article % 5 == 1;
  if (term == "run") return article % 5 == 2;
  return false;
}

std::uint32_t impact(std::string const& term, std::uint32_t article) {
  return 1 + static_cast<std::uint32_t>((article * 31 + term.size() * 7) % index::largest_impact);
}

std::vector<std::string> const terms{"all", "often", "third", "rare", "last", "Zrun", "run"};

Xapian::WritableDatabase made() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (std::uint32_t article = 1; article <= articles; ++article) {
    Xapian::Document document;
    for (auto const& term : terms) {
      if (has(term, article)) document.add_term(term, impact(term, article));
    }
    database.add_document(document);
  }
  return database;
}

using Found = std::map<std::uint32_t, double>;

double points(std::string const& term, std::uint32_t article, double weight) {
  return weight * impact(term, article) / index::largest_impact;
}

/// What a clause means, article by article.
std::optional<double> meant(Clause const& clause, std::uint32_t article) {
  using Kind = Clause::Kind;
  std::vector<std::optional<double>> parts;
  for (auto const& child : clause.children)
    parts.push_back(meant(child, article));
  double sum = 0;
  double best = 0;
  std::size_t answering = 0;
  for (auto const& part : parts) {
    if (!part) continue;
    ++answering;
    sum += *part;
    best = std::max(best, *part);
  }
  switch (clause.kind) {
  case Kind::everything: return 0;
  case Kind::term: {
    auto term = clause.terms[0];
    if (!has(term, article) && index::is_stem_term(term)) term = index::word_for_stem(term);
    return has(term, article) ? std::optional(points(term, article, clause.weight)) : std::nullopt;
  }
  case Kind::all_of: return answering == parts.size() ? std::optional(sum) : std::nullopt;
  case Kind::any_of: return answering > 0 ? std::optional(sum) : std::nullopt;
  case Kind::best_of: return answering > 0 ? std::optional(best) : std::nullopt;
  case Kind::perhaps: return parts[0] ? std::optional(sum) : std::nullopt;
  case Kind::without: return answering == 1 && parts[0] ? parts[0] : std::nullopt;
  default: return std::nullopt;
  }
}

Found meant(Clause const& clause) {
  Found found;
  for (std::uint32_t article = 1; article <= articles; ++article) {
    if (auto const score = meant(clause, article)) found[article] = *score;
  }
  return found;
}

Found evaluated(Segment& segment, Clause const& clause, std::uint32_t among_every = 1) {
  Work work(std::chrono::hours(1), {});
  auto const evaluation = evaluator(clause, segment, work);
  auto const scores = std::make_unique<Scores>();
  Found found;
  for (std::uint32_t first = 0; first < segment.end(); first += window_articles) {
    Window const window{first, std::min(segment.end(), first + window_articles)};
    ArticleSet among;
    for (std::uint32_t place = 0; place < window.size(); ++place) {
      if ((first + place) % among_every == 0) among.add(place);
    }
    evaluation->find(window, among, *scores);
    scores->articles.for_each(
        [&](std::uint32_t place) { found[first + place] = scores->score[place]; });
  }
  return found;
}

void check_same(Found const& found, Found const& wanted) {
  REQUIRE(found.size() == wanted.size());
  for (auto const& [article, score] : wanted) {
    REQUIRE(found.contains(article));
    REQUIRE(found.at(article) == Approx(score));
  }
}

/// A clause of up to `depth` levels.
Clause any_clause(std::mt19937& random, int depth) {
  using Kind = Clause::Kind;
  auto const below = [&](std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most - 1)(random);
  };
  if (depth == 0 || below(4) == 0)
    return term_clause(terms[below(terms.size())], static_cast<double>(1 + below(9)));
  constexpr Kind kinds[] = {Kind::all_of, Kind::any_of, Kind::best_of, Kind::perhaps,
                            Kind::without};
  std::vector<Clause> children;
  for (std::size_t i = 0, count = 2 + below(3); i < count; ++i)
    children.push_back(any_clause(random, depth - 1));
  return combined(kinds[below(5)], std::move(children));
}

} // namespace

TEST_CASE("a clause gives the articles and scores that it means, across windows") {
  text::Analyser analyser;
  XapianSegment segment(made(), analyser);
  std::mt19937 random(20261127);
  for (int i = 0; i < 60; ++i) {
    Clause const clause = any_clause(random, 3);
    check_same(evaluated(segment, clause), meant(clause));
  }
}

TEST_CASE("a clause evaluated for few articles returns only these, without reading whole lists") {
  text::Analyser analyser;
  XapianSegment segment(made(), analyser);
  std::mt19937 random(7);
  for (int i = 0; i < 30; ++i) {
    Clause const clause = any_clause(random, 2);
    Found wanted;
    for (auto const& [article, score] : meant(clause)) {
      if (article % 301 == 0) wanted[article] = score;
    }
    check_same(evaluated(segment, clause, 301), wanted);
  }
}

TEST_CASE("the clause for everything matches every article, the one for nothing none") {
  text::Analyser analyser;
  XapianSegment segment(made(), analyser);
  CHECK(evaluated(segment, everything()).size() == articles);
  CHECK(evaluated(segment, Clause{}).empty());
  CHECK(evaluated(segment, all_of({everything(), Clause{}})).empty());
}

TEST_CASE("a clause without weights gives the same articles without scores") {
  text::Analyser analyser;
  XapianSegment segment(made(), analyser);
  std::mt19937 random(3);
  for (int i = 0; i < 20; ++i) {
    Clause const clause = any_clause(random, 3);
    auto const weighed = evaluated(segment, clause);
    auto const bare = evaluated(segment, unweighed(clause));
    REQUIRE(bare.size() == weighed.size());
    for (auto const& [article, score] : bare)
      REQUIRE(score == 0);
  }
}

TEST_CASE("a phrase is checked where all its words are, and nowhere once the budget is used up") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (std::uint32_t article = 1; article <= 600; ++article) {
    std::vector<std::uint32_t> const first{10};
    std::vector<std::uint32_t> const second{article % 3 == 0 ? 11U : 13U};
    Xapian::Document document;
    document.add_term("world", 100);
    document.add_term("war", 200);
    document.add_value(index::positions_slot,
                       index::encode_positions({{"world", first}, {"war", second}}, {}));
    database.add_document(document);
  }
  text::Analyser analyser;
  XapianSegment segment(database, analyser);
  Clause const phrase = phrase_clause({"world", "war"}, 2);
  auto const found = evaluated(segment, phrase);
  CHECK(found.size() == 200);
  CHECK(found.at(3) == Approx(2 * 0.3));
  CHECK(evaluated(segment, near_clause({"war", "world"}, 3, 1)).size() == 600);
  CHECK(evaluated(segment, near_clause({"war", "world"}, 2, 1)).size() == 200);

  Work work(std::chrono::microseconds(0), {});
  auto const over = evaluator(phrase, segment, work);
  auto const scores = std::make_unique<Scores>();
  ArticleSet among;
  among.fill(600);
  over->find({0, 600}, among, *scores);
  CHECK(scores->articles.empty());
  CHECK(work.is_over());
}
