// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/ranked.hpp"
#include "searchd/search/rank/term_positions.hpp"
#include "searchd/search/result.hpp"
#include "searchd/search/show/sections.hpp"
#include "searchd/search/show/span_finder.hpp"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace recap::search {

/// Builds what a result page shows of an article. The positions of its words determine the best
/// section and the place in it, so only the text that is shown is read.
class HitBuilder {
public:
  HitBuilder(Reader& reader, Plan const& plan, Request const& request);

  /// `feedback`: words added by a second search. Throws index::Error for a damaged record.
  [[nodiscard]] Hit build(Ranked const& article, std::vector<WeighedTerm> const& feedback);

private:
  /// A word of the query in a section.
  struct Occurrence {
    std::uint32_t position = 0;
    std::size_t unit = 0; ///< index into body_words_
  };
  struct SectionScore {
    std::size_t section = 0;
    double score = 0;
    std::vector<Occurrence> in_text; ///< of words in its text, not its heading
  };
  struct Sought {
    Alternative const* alternative = nullptr;
    std::size_t unit = 0;   ///< index into body_words_
    std::uint64_t word = 0; ///< bit of the word of the plan; 0 = required by an operator
  };

  void look_for(std::vector<PlannedUnit> const& units, bool are_words);
  [[nodiscard]] std::vector<SectionScore> score_sections(Ranked const& article, Sections& sections);
  [[nodiscard]] SectionHit section_hit(Xapian::docid id, index::Record const& record,
                                       SectionScore& score);
  [[nodiscard]] std::string text_snippet(Xapian::docid id, WindowRequest const& request);
  [[nodiscard]] SectionHit about(Xapian::docid id, index::Record const& record);
  [[nodiscard]] std::vector<std::string> missing_words(Ranked const& article) const;

  Reader& reader_;
  Plan const& plan_;
  TermPositions positions_;
  Highlight tags_;
  std::size_t most_sections_;
  bool keeps_texts_;
  bool explains_;
  SpanFinder title_words_;     ///< to highlight in titles
  SpanFinder body_words_;      ///< to highlight in sections
  std::vector<Sought> sought_; ///< to locate in sections
};

} // namespace recap::search
