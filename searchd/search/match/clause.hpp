// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace recap::search {

/// A term and what an article with the largest impact of it gets for it.
struct WeighedTerm {
  std::string term;
  double weight = 0;
};

/// Which articles answer, and what each of them gets for it: an expression over posting lists.
struct Clause {
  enum class Kind : std::uint8_t {
    nothing,
    everything,
    term,    ///< articles with `terms[0]`; a stem term also stands for its word (index/fields.hpp)
    all_of,  ///< every child answers; scores add up
    any_of,  ///< one child at least; scores add up
    best_of, ///< one child at least; the best score counts
    perhaps, ///< the first child; the others only add to its score
    without, ///< the first child and none of the others
    phrase,  ///< `terms` one behind the other; their impacts add up
    near,    ///< `terms` at places of their own, at most `distance` apart; their impacts add up
  };
  Kind kind = Kind::nothing;
  double weight = 0;          ///< of the largest impact; of term, phrase and near
  std::uint32_t distance = 0; ///< positions; of near
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

/// The children as one clause; the child itself where there is one, nothing where there are none.
[[nodiscard]] Clause combined(Clause::Kind kind, std::vector<Clause> children);
[[nodiscard]] Clause all_of(std::vector<Clause> children);
[[nodiscard]] Clause any_of(std::vector<Clause> children);
[[nodiscard]] Clause best_of(std::vector<Clause> children);
[[nodiscard]] Clause without(Clause clause, Clause excluded);

/// The same articles without scores.
[[nodiscard]] Clause unweighed(Clause clause);

} // namespace recap::search
