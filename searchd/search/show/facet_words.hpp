// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/show/highlight.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace recap::search {

/// The words typed to look for a value of a facet. Has its own analyser: one thread at a time.
class FacetWords {
public:
  explicit FacetWords(std::string_view typed);

  /// Where they stand in `value`, when each of them begins a word of it; nothing when
  /// one does not. Nothing typed is in every value, signs alone (a quote, a picture) in none.
  [[nodiscard]] std::optional<std::vector<Span>> spans(std::string_view value);

private:
  text::Analyser analyser_;
  std::vector<std::string> beginnings_;
  bool has_signs_alone_;
};

} // namespace recap::search
