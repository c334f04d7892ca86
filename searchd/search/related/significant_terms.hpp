// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/related/story.hpp"

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

namespace recap::search {

/// A word that tells what a story is about.
struct SignificantTerm {
  std::string stem;
  std::string written; ///< as it stands in the story, most often; without its particle. Empty for
                       ///< one that does not stand in its beginning
  double idf = 0;
  double weight = 0; ///< idf times the share of its impact
};

/// What idf is counted over: the articles of the index but those of the story itself.
struct Rarity {
  double articles = 0;
  std::function<double(std::string const& stem)> with_stem;

  /// The idf of ImpactWeight.
  [[nodiscard]] double idf(double with) const;
};

/// The words of `story` with the largest weights that also stand in other articles, best first,
/// at most related_words. Of a compound and its parts (`Backend.AI`, `AI`) only one is taken when
/// they stand together everywhere. Looks at a bounded part of a long story.
[[nodiscard]] std::vector<SignificantTerm>
significant_terms(text::Analyser& analyser, Story const& story, Rarity const& rarity);

/// Looks further into a long story, up to scanned_bytes_at_most, for how those of its `words` are
/// written that do not stand in its beginning.
void look_further(text::Analyser& analyser, Story const& story,
                  std::vector<SignificantTerm>& words);

} // namespace recap::search
