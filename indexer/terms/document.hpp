// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/terms/article_terms.hpp"

#include <xapian.h>

namespace recap::indexer {

// What Xapian has of an article; docs/index-format.md lists it.

/// Of a generation in one piece: the id, what is filtered, counted and sorted by, what is completed
/// as a whole. All else is in the segments.
[[nodiscard]] Xapian::Document small_document(index::Record const& record);

/// Of a generation in several pieces, which has no segments: all of it. `terms` are the record's.
[[nodiscard]] Xapian::Document whole_document(index::Record const& record,
                                              ArticleTerms const& terms);

/// The term of an article's id.
[[nodiscard]] std::string id_term(std::string const& id);

} // namespace recap::indexer
