// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/ranking.hpp"
#include "index/record.hpp"
#include "text/analyser.hpp"

#include <xapian.h>

#include <memory>

namespace recap::indexer {

/// Turns records into documents: terms with their impacts, positions, values, and the record
/// itself. docs/index-format.md lists what a document holds. Not thread-safe.
class DocumentBuilder {
public:
  /// `average_lengths`: words per part of an average article, for the impacts.
  explicit DocumentBuilder(index::FieldLengths const& average_lengths);
  ~DocumentBuilder();

  struct Built {
    Xapian::Document document;
    index::FieldLengths lengths{}; ///< words per part
  };

  /// Sets the positions of the sections of `record`.
  [[nodiscard]] Built build(index::Record& record);

private:
  class Occurrences;
  text::Analyser analyser_;
  index::FieldLengths average_lengths_;
  std::unique_ptr<Occurrences> occurrences_;
};

/// Words per part of `record`, as build() counts them.
[[nodiscard]] index::FieldLengths count_words(text::Analyser& analyser,
                                              index::Record const& record);

} // namespace recap::indexer
