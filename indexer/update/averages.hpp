// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/ranking.hpp"
#include "indexer/parse/parser_pool.hpp"
#include "indexer/sources/source_list.hpp"

#include <vector>

namespace recap::indexer {

/// Words per part of an average article that has the part, from about `sampled_articles` articles
/// spread over the sources (all, if there are fewer). Impacts need these averages before the first
/// article is written. Unreadable articles are ignored.
[[nodiscard]] index::FieldLengths sample_average_lengths(std::vector<SourceFile> const& files,
                                                         ReadOptions const& options,
                                                         ParserPool& pool);

inline constexpr std::size_t sampled_articles = 1000;

} // namespace recap::indexer
