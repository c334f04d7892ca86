// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/permalink_pattern.hpp"

#include "indexer/site/address.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

bool is_word(char c) {
  return text::is_alphanumeric(c) || c == '_';
}

/// `:sections[1:]` at the beginning of `text`, or empty.
std::string_view word_at(std::string_view text) {
  if (!text.starts_with(':')) return {};
  auto const word = std::ranges::find_if_not(text.substr(1), is_word);
  auto end = static_cast<std::size_t>(word - text.begin());
  if (end == 1) return {};
  if (end < text.size() && text[end] == '[')
    end = std::min(text.find(']', end), text.size() - 1) + 1;
  return text.substr(0, end);
}

/// The placeholder at the beginning of `word`, such as `:year` in `:year_`; nullptr without one.
Placeholder const* placeholder_of(std::string_view word, Placeholders known) {
  word.remove_prefix(1);
  while (true) {
    auto const found = std::ranges::find(known, word, &Placeholder::name);
    if (found != known.end()) return &*found;
    auto const cut = word.rfind('_');
    if (cut == std::string_view::npos) return nullptr;
    word = word.substr(0, cut);
  }
}

} // namespace

std::string filled_pattern(std::string_view pattern, SitePage const& page, Placeholders known) {
  std::string out;
  while (!pattern.empty()) {
    auto const word = word_at(pattern);
    auto const* const placeholder = word.empty() ? nullptr : placeholder_of(word, known);
    bool const filled = placeholder != nullptr;
    std::string const part =
        filled ? percent_encoded(placeholder->value(page)) : std::string(pattern.substr(0, 1));
    pattern.remove_prefix(filled ? placeholder->name.size() + 1 : 1);
    bool const doubled = out.ends_with('/') && !out.ends_with(":/") && part.starts_with('/');
    out.append(doubled ? part.substr(1) : part);
  }
  return out;
}

std::optional<std::string> unknown_placeholder(std::string_view pattern, Placeholders known) {
  while (!pattern.empty()) {
    auto const word = word_at(pattern);
    if (!word.empty() && placeholder_of(word, known) == nullptr) return std::string(word);
    pattern.remove_prefix(std::max<std::size_t>(word.size(), 1));
  }
  return std::nullopt;
}

} // namespace recap::indexer
