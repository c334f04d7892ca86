// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/show/highlight.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// Finds the words of one query in any text, for callers that insert the tags themselves. Has its
/// own analyser: one thread at a time.
class Highlighter {
public:
  Highlighter() = default; ///< without words
  explicit Highlighter(Plan const& plan);

  /// Occurrences of the words in `text`, in order, without overlaps; Span::unit is an index into
  /// words().
  [[nodiscard]] std::vector<Span> spans(std::string_view text);

  /// The words to find, as typed.
  [[nodiscard]] std::vector<std::string> const& words() const { return words_; }

private:
  text::Analyser analyser_;
  std::vector<Unit> units_;
  std::vector<std::string> words_;
  std::string last_text_; ///< a text is often highlighted whole and then as a snippet
  std::vector<Span> last_spans_;
};

} // namespace recap::search
