// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/show/highlight.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace recap::search {

/// The words typed to find a value of a facet. Has its own analyser: one thread at a time.
class FacetWords {
public:
  explicit FacetWords(std::string_view typed);

  /// The matching bytes of `value`, if each word typed begins a word of it; else nullopt. An empty
  /// text matches every value, punctuation alone (a quote, an emoji) none.
  [[nodiscard]] std::optional<std::vector<Span>> spans(std::string_view value);

private:
  text::Analyser analyser_;
  std::vector<std::string> beginnings_;
  bool has_signs_alone_;
};

} // namespace recap::search
