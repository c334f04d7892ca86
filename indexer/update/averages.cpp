// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/averages.hpp"

#include "indexer/formats/format.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

/// Assumed length of a line of JSON when a file is divided into this many articles.
constexpr std::size_t usual_line_bytes = 2000;

} // namespace

index::FieldLengths sample_average_lengths(std::vector<SourceFile> const& files,
                                           ReadOptions const& options, ParserPool& pool) {
  std::size_t expected = 0;
  for (auto const& file : files) {
    expected += !file.format->many ? 1 : 1 + file.mark.bytes / usual_line_bytes;
  }
  std::size_t const stride = std::max<std::size_t>(1, expected / sampled_articles);
  index::FieldLengths totals{};
  std::array<std::size_t, index::part_count> with_part{};
  auto const add = [&](Parsed const& parsed) {
    if (!parsed.readable) return; // the run itself reports it
    for (std::size_t part = 0; part < index::part_count; ++part) {
      totals[part] += parsed.lengths[part];
      if (parsed.lengths[part] > 0) ++with_part[part];
    }
  };
  std::size_t met = 0;
  for (auto const& file : files) {
    if (!file.format->many && met++ % stride != 0) continue;
    try {
      for_each_article(file, options, [&](RawArticle const& raw) {
        if (file.format->many && met++ % stride != 0) return;
        pool.parse(raw, file, ParseGoal::lengths, add);
      });
    } catch (metadata::Unreadable const&) {
      continue;
    }
  }
  pool.finish();
  for (std::size_t part = 0; part < index::part_count; ++part) {
    if (with_part[part] > 0) totals[part] /= static_cast<double>(with_part[part]);
  }
  return totals;
}

} // namespace recap::indexer
