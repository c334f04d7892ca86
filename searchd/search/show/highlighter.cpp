// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/highlighter.hpp"

namespace recap::search {

/// Words that are looked for in one field only would be marked where they were not found.
Highlighter::Highlighter(Plan const& plan) {
  for (auto const* planned : {&plan.words, &plan.shown}) {
    for (PlannedUnit const& one : *planned) {
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
