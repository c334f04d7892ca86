// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/highlight.hpp"

#include "text/html.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace recap::search {
namespace {

constexpr std::size_t lead_bytes = 60;  // shown before the first match
constexpr std::size_t reach_bytes = 20; // distance to search for the edge of a word

std::string_view opening(Highlight tags) {
  return tags == Highlight::mark ? "<mark>" : tags == Highlight::em ? "<em>" : "";
}

std::string_view closing(Highlight tags) {
  return tags == Highlight::mark ? "</mark>" : tags == Highlight::em ? "</em>" : "";
}

/// Ends of blocks become spaces.
void append_shown(std::string& out, std::string_view text) {
  for (;;) {
    auto const end = text.find('\n');
    text::append_html(out, text.substr(0, end));
    if (end == std::string_view::npos) return;
    out += ' ';
    text.remove_prefix(end + 1);
  }
}

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
    // Different units first: the number of spans only decides between equals.
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

} // namespace

std::string escape(std::string_view text) {
  std::string out;
  append_shown(out, text);
  return out;
}

std::string highlighted(std::string_view text, std::vector<Span> const& spans, Highlight tags) {
  std::string out;
  std::size_t at = 0;
  for (Span const& span : spans) {
    append_shown(out, text.substr(at, span.begin - at));
    out += opening(tags);
    append_shown(out, text.substr(span.begin, span.end - span.begin));
    out += closing(tags);
    at = span.end;
  }
  append_shown(out, text.substr(at));
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
