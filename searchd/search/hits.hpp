// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/places.hpp"
#include "searchd/search/plan.hpp"
#include "searchd/search/rank/ranked.hpp"
#include "searchd/search/result.hpp"
#include "searchd/search/sections.hpp"
#include "searchd/search/snapshot.hpp"

#include <xapian.h>

namespace recap::search {

/// Further sections shown with a hit.
inline constexpr std::size_t most_further_sections = 3;

/// Makes what a result page shows of an article: which section answers the query
/// is found from the positions of its words, so that only the sections shown are read.
class HitBuilder {
public:
  HitBuilder(Reader& reader, Plan const& plan, Request const& request);

  /// `article`: of the reader's database. `feedback`: words that a second look asked for as well.
  /// Throws index::Error for a damaged record.
  [[nodiscard]] Hit build(Ranked const& article, std::vector<WeighedTerm> const& feedback);

private:
  struct SectionScore;
  void look_for(Way const& way);
  [[nodiscard]] std::vector<SectionScore> score_sections(Xapian::docid id, Sections& sections,
                                                         std::size_t count);
  [[nodiscard]] SectionHit section_hit(index::Record const& record, std::size_t place);
  [[nodiscard]] std::vector<std::string> missing_words(Ranked const& article) const;

  Reader& reader_;
  Plan const& plan_;
  Places places_;
  Highlight tags_;
  bool keeps_texts_;
  bool explains_;
  std::vector<Unit const*> title_units_; ///< to highlight in titles
  std::vector<Unit const*> body_units_;  ///< to highlight in sections
  std::vector<Way const*> ways_;         ///< to locate in sections
};

} // namespace recap::search
