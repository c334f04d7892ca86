// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"
#include "index/record.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recap::search {

class Highlighter;

/// A section that matches the query. `*_html` is escaped text with highlight tags only.
struct SectionHit {
  std::string heading;
  std::optional<std::size_t> place; ///< in the article's sections; none: the article as a whole
  std::string anchor;               ///< empty for the text before the first heading
  std::string url; ///< that of the article with `#anchor`; empty if the article has none
  std::string snippet_html;
};

/// How a word of the article matches one of the query, or what else adds to the score.
enum class ReasonKind : std::uint8_t {
  exact,
  stem,
  particle, ///< Korean: the same noun under another particle
  inside,   ///< inside a longer Korean word
  parts,    ///< parts of a compound, or a different division
  prefix,
  typo,
  synonym,
  title,     ///< the whole title is the query
  proximity, ///< words of the query are close together
  recency,
  context,   ///< words of the best articles of a sentence
  operation, ///< NEAR, word*: what no single word explains
  pinned,    ///< an editor chose its place; without weight
};

/// A part of a hit's score, or why it has none. The parts of a hit add up to its score.
struct Reason {
  std::string word;    ///< of the query as typed; empty if there is none
  std::string matched; ///< the word of the article
  std::string field; ///< a field's name, `heading` or `body`: where the word weighs most; or empty
  ReasonKind kind = ReasonKind::exact;
  double weight = 0;
  bool is_stop_word = false; ///< beside other words
};

struct Hit {
  index::Record article; ///< without the texts of its sections, unless requested raw
  double score = 0;
  std::string title_html;
  SectionHit best;                  ///< best section; always has a snippet
  std::vector<SectionHit> more;     ///< up to three further matching sections
  std::vector<std::string> missing; ///< words of the query that the article lacks
  std::vector<Reason> why;          ///< if requested: `pinned` first, then largest first
};

struct FacetValue {
  std::string value;
  std::size_t count = 0;

  bool operator==(FacetValue const&) const = default;
};

struct Facet {
  index::FieldId field;
  std::vector<FacetValue> values; ///< most frequent first, then by value
};

struct Result {
  std::uint64_t generation = 0;
  std::size_t total = 0; ///< articles with all words, and pinned ones
  std::size_t total_relaxed =
      0;                      ///< articles with all or most of them; = total when none were relaxed
  bool total_is_exact = true; ///< false: both totals are lower bounds
  bool partial = false;       ///< the time for one search ran out; better hits may be missing
  std::uint64_t postings_read = 0;  ///< what finding the articles cost
  std::uint64_t positions_read = 0; ///< lists of positions of a word in an article, for phrases
  std::string corrected; ///< the query with unknown words corrected; empty = no correction was used
  std::string did_you_mean; ///< a likelier query, which was not searched for; empty = none
  std::vector<Hit> hits;
  std::vector<Facet> facets;                ///< in the requested order
  std::shared_ptr<Highlighter> highlighter; ///< if requested raw
  std::chrono::microseconds took{0};
};

} // namespace recap::search
