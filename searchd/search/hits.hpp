// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan.hpp"
#include "searchd/search/result.hpp"
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

  /// `document`: of the reader's database. Throws index::Error for a damaged record.
  [[nodiscard]] Hit build(Xapian::Document const& document, double score);

private:
  struct SectionScore;
  [[nodiscard]] std::vector<std::string> exact_forms(Xapian::docid id, Unit const& unit);
  [[nodiscard]] std::vector<Xapian::termpos> positions(Xapian::docid id, Unit const& unit);
  [[nodiscard]] std::vector<SectionScore> score_sections(Xapian::docid id,
                                                         index::Record const& record);
  [[nodiscard]] SectionHit section_hit(index::Record const& record, std::size_t place);
  [[nodiscard]] std::vector<std::string> missing_words(Xapian::docid id) const;

  Reader& reader_;
  Plan const& plan_;
  Highlight tags_;
  bool keeps_texts_;
  std::vector<Unit const*> title_units_; ///< to highlight in titles
  std::vector<Unit const*> body_units_;  ///< to locate and highlight in sections
  std::vector<double> rarity_;           ///< of body_units_
};

} // namespace recap::search
