// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/show/highlight.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// Finds the words of one query in any text, for those who do the marking themselves.
/// Has its own analyser: one thread at a time.
class Highlighter {
public:
  Highlighter() = default; ///< of no words
  explicit Highlighter(Plan const& plan);

  /// Where the words stand in `text`, by place, without overlaps; Span::unit is a place in words().
  [[nodiscard]] std::vector<Span> spans(std::string_view text);

  /// The words that are looked for, as typed.
  [[nodiscard]] std::vector<std::string> const& words() const { return words_; }

private:
  text::Analyser analyser_;
  std::vector<Unit> units_;
  std::vector<std::string> words_;
  std::string last_text_; ///< a text is marked whole and, right after, as a snippet
  std::vector<Span> last_spans_;
};

} // namespace recap::search
