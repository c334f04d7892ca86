// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/stop_word_list.hpp"

#include "text/analyser.hpp"
#include "text/ascii.hpp"
#include "text/stop_words.hpp"

#include <algorithm>
#include <utility>

namespace recap::search {
namespace {

/// `text` as the search compares it. Throws BadRule unless it is one word.
std::string word_of(text::Analyser& analyser, std::string const& text, std::size_t line) {
  auto const tokens = analyser.analyse(text);
  auto const is_word = [](text::Token const& token) {
    return token.kind != text::TokenKind::compound;
  };
  if (std::ranges::count_if(tokens, is_word) != 1 || !is_word(tokens.front()))
    throw BadRule('"' + text + "\" is not one word", line);
  return tokens.front().word;
}

} // namespace

StopWordList::StopWordList(std::vector<StopWordRule> const& rules, std::string version)
    : version_(std::move(version)) {
  text::Analyser analyser;
  for (auto const& rule : rules) {
    for (auto const& text : rule.added) {
      auto const word = word_of(analyser, text, rule.line);
      if (text::is_stop_word(word))
        throw BadRule('"' + text + "\" is a stop word already; leave it out", rule.line);
      if (!added_.insert(word).second)
        throw BadRule('"' + text + "\" is added twice; name it once", rule.line);
    }
    for (auto const& text : rule.removed) {
      auto const word = word_of(analyser, text, rule.line);
      if (!text::is_stop_word(word))
        throw BadRule('"' + text + "\" is no stop word, so it cannot be removed", rule.line);
      if (!removed_.insert(word).second)
        throw BadRule('"' + text + "\" is removed twice; name it once", rule.line);
    }
    if (size() > most_stop_words)
      throw BadRule("the file has more than " + std::to_string(most_stop_words) + " words",
                    rule.line);
  }
}

bool StopWordList::has(std::string_view word) const {
  if (!added_.empty() && added_.contains(std::string(word))) return true;
  if (!text::is_stop_word(word)) return false;
  return removed_.empty() || !removed_.contains(text::lowered(word));
}

} // namespace recap::search
