// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace recap::search {

/// A term, and the score that its largest impact gives an article.
struct WeighedTerm {
  std::string term;
  double weight = 0;
};

/// Which articles match, and their scores: an expression over posting lists.
struct Clause {
  enum class Kind : std::uint8_t {
    nothing,
    everything,
    term,    ///< articles with `terms[0]`; a stem term also means its word (index/fields.hpp)
    all_of,  ///< every child matches; scores add up
    any_of,  ///< at least one child matches; scores add up
    best_of, ///< at least one child matches; the best score counts
    perhaps, ///< the first child matches; the others only add to its score
    without, ///< the first child matches, and none of the others
    phrase,  ///< `terms` adjacent and in order; their impacts add up
    near,    ///< `terms` at different positions, at most `distance` apart; their impacts add up
  };
  Kind kind = Kind::nothing;
  double weight = 0;          ///< score of the largest impact; for term, phrase and near
  std::uint32_t distance = 0; ///< in positions; for near
  std::vector<std::string> terms{};
  std::vector<Clause> children{};
};

[[nodiscard]] Clause everything();

/// The weight of an impact is `weight` times its share of the largest.
[[nodiscard]] Clause term_clause(std::string term, double weight);

/// Articles with a whole value (index::value_term()), each of which gets `weight`.
[[nodiscard]] Clause value_clause(std::string term, double weight = 0);

[[nodiscard]] Clause phrase_clause(std::vector<std::string> terms, double weight);
[[nodiscard]] Clause near_clause(std::vector<std::string> terms, std::uint32_t distance,
                                 double weight);

/// The children as one clause; a single child as it is; Kind::nothing without children.
[[nodiscard]] Clause combined(Clause::Kind kind, std::vector<Clause> children);
[[nodiscard]] Clause all_of(std::vector<Clause> children);
[[nodiscard]] Clause any_of(std::vector<Clause> children);
[[nodiscard]] Clause best_of(std::vector<Clause> children);
[[nodiscard]] Clause without(Clause clause, Clause excluded);

/// The same articles without scores.
[[nodiscard]] Clause unweighed(Clause clause);

} // namespace recap::search
