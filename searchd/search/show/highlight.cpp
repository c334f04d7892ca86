// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/highlight.hpp"

#include "text/hangul.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace recap::search {
namespace {

using text::Token;
using text::TokenKind;

constexpr std::size_t lead_bytes = 60;  // shown before the first match
constexpr std::size_t reach_bytes = 20; // distance to search for the edge of a word

/// The part of a token that a unit covers: of a longer word, only the Hangul noun.
Span covered(Token const& token, Unit const& unit, std::size_t number, std::string_view text) {
  if (unit.hangul && token.stem != unit.stem) {
    auto const at = text.substr(token.begin, token.end - token.begin).find(unit.stem);
    if (at != std::string_view::npos)
      return {token.begin + at, token.begin + at + unit.stem.size(), number};
  }
  auto end = token.stem_end;
  if (unit.is_syllable) {
    auto const word = text.substr(token.begin, token.end - token.begin);
    end = token.begin + text::end_of_syllable(word, 1);
  }
  return {token.begin, end, number};
}

bool continues(Token const& token, std::string const& word) {
  return token.word == word || (token.kind == TokenKind::hangul && token.stem == word);
}

/// Where a sequence that begins with the word `first` begins: at `word`, or at a word at its end,
/// as 2.4.1 in v2.4.1.
std::optional<std::uint32_t> beginning(std::vector<Token> const& tokens, Token const* word,
                                       std::string const& first) {
  if (continues(*word, first)) return word->begin;
  for (auto const* inside = word + 1;
       inside < tokens.data() + tokens.size() && inside->position == word->position; ++inside) {
    if (inside->end == word->end && inside->word == first) return inside->begin;
  }
  return std::nullopt;
}

void find_sequence(std::vector<Token> const& tokens, std::vector<Token const*> const& words,
                   Unit const& unit, std::size_t number, std::vector<Span>& spans) {
  auto const& sequence = unit.sequence;
  for (std::size_t i = 0; i + sequence.size() <= words.size(); ++i) {
    auto const begin = beginning(tokens, words[i], sequence.front());
    if (!begin) continue;
    std::size_t matched = 1;
    while (matched < sequence.size() && continues(*words[i + matched], sequence[matched]))
      ++matched;
    if (matched == sequence.size()) {
      spans.push_back({*begin, words[i + matched - 1]->stem_end, number});
    }
  }
}

/// Of overlapping spans, keeps the one that begins first and is longest.
void drop_overlaps(std::vector<Span>& spans) {
  std::ranges::sort(spans, [](Span const& a, Span const& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::size_t end = 0;
  std::erase_if(spans, [&](Span const& span) {
    if (span.begin < end) return true;
    end = span.end;
    return false;
  });
}

std::string_view opening(Highlight tags) {
  return tags == Highlight::mark ? "<mark>" : tags == Highlight::em ? "<em>" : "";
}

std::string_view closing(Highlight tags) {
  return tags == Highlight::mark ? "</mark>" : tags == Highlight::em ? "</em>" : "";
}

void append_escaped(std::string& out, std::string_view text) {
  for (char c : text) {
    switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&#39;"; break;
    case '\n': out += ' '; break; // end of a block
    default: out += c;
    }
  }
}

/// Finds the units of a token. Completions, of which a prefix may have many, are looked up in a
/// table, so that they cost little in a long text.
class Lookup {
public:
  explicit Lookup(std::vector<Unit const*> const& units)
      : units_(units) {
    for (std::size_t number = 0; number < units.size(); ++number) {
      if (units[number]->kind == Unit::Kind::word) {
        by_stem_.emplace(units[number]->stem, number);
      } else {
        others_.push_back(number);
      }
    }
  }

  template <typename Found>
  void for_each_match(Token const& token, Found found) const {
    auto const [first, last] = by_stem_.equal_range(token.stem);
    for (auto at = first; at != last; ++at)
      found(at->second);
    if (token.kind == TokenKind::hangul && token.word != token.stem) {
      auto const [first_word, last_word] = by_stem_.equal_range(token.word);
      for (auto at = first_word; at != last_word; ++at)
        found(at->second);
    }
    for (auto const number : others_) {
      if (units_[number]->matches(token)) found(number);
    }
  }

private:
  std::vector<Unit const*> const& units_;
  std::unordered_multimap<std::string_view, std::size_t> by_stem_;
  std::vector<std::size_t> others_;
};

struct Window {
  std::size_t begin;
  std::size_t end;
};

/// First span of the part with the most different units, then the most spans.
std::size_t best_start(std::vector<Span> const& spans) {
  std::size_t const units = 1 + std::ranges::max_element(spans, {}, &Span::unit)->unit;
  std::vector<std::size_t> inside(units);
  std::size_t different = 0;
  std::size_t end = 0;
  std::size_t best = 0;
  std::size_t best_score = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    while (end < spans.size() && spans[end].end <= spans[i].begin + snippet_bytes - lead_bytes) {
      if (inside[spans[end++].unit]++ == 0) ++different;
    }
    std::size_t const score = different * 100 + std::min<std::size_t>(end - i, 99);
    if (score > best_score) {
      best_score = score;
      best = i;
    }
    if (end > i && --inside[spans[i].unit] == 0) --different;
    end = std::max(end, i + 1);
  }
  return best;
}

bool is_break(char c) {
  return c == ' ' || c == '\n';
}

Window window_around(std::string_view text, std::size_t match_begin, std::size_t match_end) {
  std::size_t begin = match_begin > lead_bytes ? match_begin - lead_bytes : 0;
  if (begin > 0) {
    // The beginning of a block within the lead is better than half a sentence.
    auto const line = text.substr(0, match_begin).rfind('\n');
    if (line != std::string_view::npos && line >= begin) {
      begin = line + 1;
    } else {
      std::size_t const limit = std::min(begin + reach_bytes, match_begin);
      std::size_t edge = begin;
      while (edge < limit && !is_break(text[edge]))
        ++edge;
      begin = edge < limit ? edge + 1 : text::floor_to_character(text, begin);
    }
  }
  std::size_t end = std::min(std::max(begin + snippet_bytes, match_end), text.size());
  if (end < text.size()) {
    std::size_t edge = end;
    while (edge > match_end && end - edge < reach_bytes && !is_break(text[edge]))
      --edge;
    end = edge > match_end && is_break(text[edge]) ? edge : text::floor_to_character(text, end);
  }
  return {begin, end};
}

/// First bytes of the stems that words of a text are compared with.
text::Analyser::FirstBytes first_bytes(std::vector<Unit const*> const& units) {
  text::Analyser::FirstBytes bytes;
  auto const add = [&](std::string_view stem) {
    if (!stem.empty()) bytes.set(static_cast<unsigned char>(stem.front()));
  };
  for (Unit const* unit : units) {
    add(unit->stem);
    for (auto const& word : unit->sequence)
      add(word);
  }
  return bytes;
}

} // namespace

std::vector<Span> find_spans(text::Analyser& analyser, std::string_view text,
                             std::vector<Unit const*> const& units) {
  if (units.empty() || text.empty()) return {};
  std::vector<Token> const tokens = analyser.analyse_for(text, first_bytes(units));
  std::vector<Token const*> words;
  for (Token const& token : tokens) {
    if (token.kind != TokenKind::compound) words.push_back(&token);
  }
  Lookup const lookup(units);
  std::vector<Span> spans;
  for (Token const& token : tokens) {
    lookup.for_each_match(token, [&](std::size_t number) {
      spans.push_back(covered(token, *units[number], number, text));
    });
  }
  for (std::size_t number = 0; number < units.size(); ++number) {
    if (units[number]->sequence.size() > 1)
      find_sequence(tokens, words, *units[number], number, spans);
  }
  drop_overlaps(spans);
  return spans;
}

std::string escape(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string highlighted(std::string_view text, std::vector<Span> const& spans, Highlight tags) {
  std::string out;
  std::size_t at = 0;
  for (Span const& span : spans) {
    append_escaped(out, text.substr(at, span.begin - at));
    out += opening(tags);
    append_escaped(out, text.substr(span.begin, span.end - span.begin));
    out += closing(tags);
    at = span.end;
  }
  append_escaped(out, text.substr(at));
  return out;
}

std::string snippet(std::string_view text, std::vector<Span> const& spans, Highlight tags,
                    TextCut cut) {
  Span const first = spans.empty() ? Span{} : spans[best_start(spans)];
  auto const [begin, end] = window_around(text, first.begin, first.end);
  std::vector<Span> inside;
  for (Span const& span : spans) {
    if (span.begin >= begin && span.end <= end)
      inside.push_back({span.begin - begin, span.end - begin, span.unit});
  }
  bool const is_cut = begin > 0 ? text[begin - 1] != '\n' : cut.before;
  std::string out = is_cut ? "…" : "";
  out += highlighted(text.substr(begin, end - begin), inside, tags);
  if (end < text.size() || cut.behind) out += "…";
  return out;
}

} // namespace recap::search
