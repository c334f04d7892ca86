// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "text/analyser.hpp"

#include <xapian.h>

#include <array>
#include <string>
#include <string_view>

namespace recap::search {

/// Terms as they are looked for. A stem term (index::stem_term()) means both that term and the word
/// that stands for it (index/fields.hpp); no article has both. Every other term means itself.

/// Articles with the term, weighed by its impact.
[[nodiscard]] Xapian::Query query_of_term(std::string const& term);

/// How many there are.
[[nodiscard]] Xapian::doccount articles_with(Xapian::Database const& database,
                                             std::string const& term);

/// An upper bound of its impacts.
[[nodiscard]] Xapian::termcount largest_impact_of(Xapian::Database const& database,
                                                  std::string const& term);

/// True for a word that is its own stem, and so may stand for it.
[[nodiscard]] bool is_own_stem(text::Analyser& analyser, std::string_view word);

/// Goes through those articles in their order.
class TermArticles {
public:
  TermArticles(Xapian::Database const& database, std::string const& term);

  /// Moves to the first article from `article` on, never back; false when there is none.
  [[nodiscard]] bool skip_to(Xapian::docid article);

  /// The article reached, and the impact of the term in it; only after skip_to() gave true.
  [[nodiscard]] Xapian::docid article() const { return *lists_[at_]; }
  [[nodiscard]] Xapian::termcount impact() const { return lists_[at_].get_wdf(); }

private:
  std::array<Xapian::PostingIterator, 2> lists_;
  std::size_t at_ = 0;
};

} // namespace recap::search
