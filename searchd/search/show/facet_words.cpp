// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/facet_words.hpp"

#include "text/unicode.hpp"

#include <algorithm>

namespace recap::search {

FacetWords::FacetWords(std::string_view typed)
    : has_signs_alone_(!text::fold(typed).empty()) {
  std::uint32_t next = 1;
  for (auto& token : analyser_.analyse(typed)) {
    // A word inside a word need not be inside the same word in small letters.
    bool const is_inside = token.kind == text::TokenKind::compound && token.position < next;
    if (token.kind != text::TokenKind::compound) ++next;
    if (!is_inside) beginnings_.push_back(std::move(token.word));
  }
  has_signs_alone_ = has_signs_alone_ && beginnings_.empty();
}

std::optional<std::vector<Span>> FacetWords::spans(std::string_view value) {
  if (has_signs_alone_) return std::nullopt;
  auto const tokens = analyser_.analyse(value);
  std::vector<Span> found;
  for (std::size_t i = 0; i < beginnings_.size(); ++i) {
    auto const& beginning = beginnings_[i];
    auto const token = std::ranges::find_if(
        tokens, [&](auto const& one) { return one.word.starts_with(beginning); });
    if (token == tokens.end()) return std::nullopt;
    // Folding keeps the length of nearly every word; otherwise the whole word is highlighted.
    bool const same_length = token->end - token->begin == token->word.size();
    found.push_back({token->begin, same_length ? token->begin + beginning.size() : token->end, i});
  }
  std::ranges::sort(found, {}, &Span::begin);
  std::size_t end = 0;
  std::erase_if(found, [&](Span const& span) {
    if (span.begin < end) return true;
    end = span.end;
    return false;
  });
  return found;
}

} // namespace recap::search
