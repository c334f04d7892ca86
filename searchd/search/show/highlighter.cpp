// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/highlighter.hpp"

namespace recap::search {

/// Leaves out words that are restricted to one field, which would be highlighted elsewhere too.
Highlighter::Highlighter(Plan const& plan) {
  for (auto const* planned : {&plan.words, &plan.shown}) {
    for (PlannedUnit const& one : *planned) {
      if (one.is_stop_word) continue;
      for (Alternative const& alternative : one.alternatives) {
        if (alternative.unit.field) continue;
        units_.push_back(alternative.unit);
        words_.push_back(one.unit.typed);
      }
    }
  }
}

std::vector<Span> Highlighter::spans(std::string_view text) {
  if (text == last_text_) return last_spans_;
  SpanFinder finder;
  for (Unit const& unit : units_)
    finder.add(unit);
  last_spans_ = finder.find(analyser_, text);
  last_text_ = text;
  return last_spans_;
}

} // namespace recap::search
