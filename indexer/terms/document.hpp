// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/terms/article_terms.hpp"

#include <xapian.h>

namespace recap::indexer {

// The Xapian document of an article; docs/index-format.md describes it.

/// For an unsharded generation: the id, and what is filtered, counted, sorted by and completed as a
/// whole. The rest is in the segments.
[[nodiscard]] Xapian::Document small_document(index::Record const& record);

/// For a sharded generation, which has no segments: everything. `terms` are those of the record.
[[nodiscard]] Xapian::Document whole_document(index::Record const& record,
                                              ArticleTerms const& terms);

/// The term of an article's id.
[[nodiscard]] std::string id_term(std::string const& id);

} // namespace recap::indexer
