// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/corrections.hpp"
#include "searchd/search/plan/plan.hpp"

#include <string>
#include <vector>

namespace recap::search {

/// Adds alternatives to the plain words of a plan: completions of the last word, corrections of
/// unknown and very rare words, of wrong and missing spaces, and of the wrong keyboard mode. The
/// word as typed remains an alternative, and ranks first.
class Expansion {
public:
  /// All must outlive it.
  Expansion(index::Vocabulary const& vocabulary, Reader& reader, Request const& request, Plan& plan)
      : vocabulary_(vocabulary)
      , reader_(reader)
      , alternatives_(reader)
      , meant_(vocabulary, reader, request.completes)
      , request_(request)
      , plan_(plan) {}

  /// `query`: the tree that plan.words were made from.
  void run(Node const& query);

private:
  struct Correction {
    Unit unit;
    std::string written;
    bool applies; ///< searched for, because the index does not have the word
  };
  void join_neighbours();
  void add_particles(PlannedUnit& planned) const;
  void put_noun_first(PlannedUnit& planned) const;
  [[nodiscard]] std::string longer_noun(Unit const& unit) const;
  [[nodiscard]] bool stands_as_noun(std::string const& word) const;
  void add_spacing(PlannedUnit& planned);
  void complete(PlannedUnit& planned);
  void complete_in_field(PlannedUnit& planned);
  [[nodiscard]] std::vector<std::string> words_of_field(Unit const& unit);
  void complete_last_part(PlannedUnit& planned);
  void correct(PlannedUnit& planned, bool is_last);
  void tell_corrections();
  [[nodiscard]] std::vector<Unit> units_of(std::string_view word) const;
  [[nodiscard]] double idf_of(Unit const& unit) const;
  [[nodiscard]] double document_frequency(Unit const& unit) const;
  /// True if an article has exactly this word.
  [[nodiscard]] bool is_in_index(Unit const& unit) const;
  [[nodiscard]] bool has_word(std::string const& word) const;

  index::Vocabulary const& vocabulary_;
  Reader& reader_;
  AlternativeMaker alternatives_;
  Corrections meant_;
  Request const& request_;
  Plan& plan_;
  std::vector<Correction> corrections_;
};

/// The first of `words`, up to and including the one that exceeds `postings` altogether. Stop words
/// that would exceed it are left out: they have more postings than all other words with the same
/// beginning, and are never what someone is typing.
[[nodiscard]] std::vector<index::Word> affordable(std::vector<index::Word> words, double postings,
                                                  StopWordList const& stop_words);

} // namespace recap::search
