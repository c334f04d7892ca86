// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/related/story.hpp"

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

namespace recap::search {

/// A word that is significant for a story.
struct SignificantTerm {
  std::string stem;
  std::string written; ///< most frequent spelling in the story, without particle. Empty for
                       /// a word that is not in its beginning
  double idf = 0;
  double weight = 0; ///< idf times its share of the impact
};

/// The articles over which idf is computed: those of the index without the story itself.
struct Rarity {
  double articles = 0;
  std::function<double(std::string const& stem)> with_stem; ///< document frequency
};

/// The heaviest words of `story` that other articles also have, best first, at most related_words.
/// If a compound and its part (`Backend.AI`, `AI`) always occur together, only one is taken.
/// Examines a bounded part of a long story.
[[nodiscard]] std::vector<SignificantTerm>
significant_terms(text::Analyser& analyser, Story const& story, Rarity const& rarity);

/// Scans a long story further, up to scanned_bytes_at_most, for the spelling of those of its
/// `words` that are not in its beginning.
void look_further(text::Analyser& analyser, Story const& story,
                  std::vector<SignificantTerm>& words);

} // namespace recap::search
