// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/positions.hpp"
#include "index/ranking.hpp"
#include "index/record.hpp"
#include "index/segment/writer.hpp"
#include "text/analyser.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace recap::indexer {

/// The terms of an article.
struct ArticleTerms {
  /// All terms except the id and the phrases, unique, in any order. Valid until the next article of
  /// the same builder.
  std::vector<index::ArticleTerm> terms;
  index::FieldEnds ends{};
  index::FieldLengths lengths{};              ///< words per part
  std::vector<index::SectionPlaces> sections; ///< one for each section of the record

  [[nodiscard]] std::uint64_t body_words() const {
    return static_cast<std::uint64_t>(lengths[static_cast<std::size_t>(index::Part::body)]);
  }
};

/// The article as a segment takes it; a view of both.
[[nodiscard]] inline index::SegmentArticle
segment_article(std::uint32_t docid, index::Record const& record, ArticleTerms const& terms) {
  return {.docid = docid,
          .record = &record,
          .ends = terms.ends,
          .terms = terms.terms,
          .sections = terms.sections};
}

/// Computes the terms of articles, with their impacts and positions. docs/index-format.md lists
/// them. Not thread-safe.
class TermBuilder {
public:
  /// `average_lengths`: words per part of an average article, for the impacts.
  explicit TermBuilder(index::FieldLengths const& average_lengths);
  ~TermBuilder();

  /// Sets the positions of the sections of `record`. The result is valid until the next call.
  [[nodiscard]] ArticleTerms const& build(index::Record& record);

private:
  class Occurrences;
  text::Analyser analyser_;
  index::FieldLengths average_lengths_;
  std::unique_ptr<Occurrences> occurrences_;
  ArticleTerms built_;
};

/// Words per part of `record`, as build() counts them; also sets the positions of its sections.
[[nodiscard]] index::FieldLengths count_words(text::Analyser& analyser, index::Record& record);

/// The terms of the id and of the values that can be filtered by. A term shared by two values, such
/// as two authors in different case, occurs twice.
[[nodiscard]] std::vector<std::string> value_terms(index::Record const& record);

} // namespace recap::indexer
