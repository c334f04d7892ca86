// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/snapshot.hpp"
#include "searchd/search/ways.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace recap::search {

/// Where the words of a query stand in an article, and whether they do. Keeps a reference only.
class Places {
public:
  explicit Places(Reader& reader)
      : reader_(reader) {}

  /// Positions in the running text of article `id` where `way` is found, ascending: of its first
  /// word where it is several. Of words found inside longer ones, only where the word itself is
  /// not there.
  [[nodiscard]] std::vector<Xapian::termpos> of(Xapian::docid id, Way const& way);

  /// Positions of one term, ascending.
  [[nodiscard]] std::vector<Xapian::termpos> of(Xapian::docid id, std::string const& term);

  /// The impact of `term` in the article; 0 when it does not have it.
  [[nodiscard]] Xapian::termcount impact(Xapian::docid id, std::string const& term);

  /// True when it has the term itself, with or without an impact.
  [[nodiscard]] bool has(Xapian::docid id, std::string const& term);

  /// True when the article has every term of the way, side by side where that is asked.
  [[nodiscard]] bool answers(Xapian::docid id, Way const& way);

private:
  [[nodiscard]] std::vector<Xapian::termpos> side_by_side(Xapian::docid id, Way const& way);
  [[nodiscard]] std::vector<Xapian::termpos> among_terms(Xapian::docid id, Way const& way);

  struct Term {
    std::string text;
    Xapian::termcount impact = 0;
  };
  /// All terms of the article, ascending by their bytes, read once: Xapian unpacks the whole list
  /// for each look at a term.
  [[nodiscard]] std::vector<Term> const& terms(Xapian::docid id);

  Reader& reader_;
  Xapian::docid positions_of_ = 0;
  std::string positions_;
  Xapian::docid terms_of_ = 0;
  std::vector<Term> terms_;
};

} // namespace recap::search
