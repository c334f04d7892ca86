// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/ranking.hpp"
#include "index/record.hpp"
#include "searchd/search/match/reader.hpp"
#include "text/analyser.hpp"

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace recap::search {

/// A stem of a story's running text.
struct Stem {
  std::string stem;
  std::uint32_t impact = 0; ///< 1 to index::largest_impact
  bool may_be_significant =
      true;              ///< false for numbers, authors' names, and words of its topics only
  bool in_title = false; ///< it is in the title, or in another title
};

/// Bytes of text, over all sections, that are read of a story: a book of 40,000 words. More hardly
/// changes which words are significant, and a megabyte of different words would take half a second.
inline constexpr std::size_t longest_story = 256 * 1024;

/// The words of an article or a draft, from which related stories are found. The same text gives
/// the same story in either case.
struct Story {
  index::Record record;                  ///< with texts
  std::optional<Xapian::docid> document; ///< unset for a draft
  std::vector<Stem> stems;               ///< ascending by stem
};

/// The story of an indexed article, equal to that of its text as a draft. Throws index::Error for a
/// damaged record.
[[nodiscard]] Story indexed_story(Reader& reader, Xapian::docid document,
                                  index::FieldLengths const& average_lengths);

/// The story of a draft: its impacts are those that the indexer would compute with these averages.
[[nodiscard]] Story draft_story(text::Analyser& analyser, index::Record draft,
                                index::FieldLengths const& average_lengths);

/// Whether the title has a topic, as one word or as all of its words. `stems` of the topic: first
/// that of the joined words, then those of its words, if there are several
/// (Snapshot::topic_stems()).
[[nodiscard]] bool title_names(Story const& story, std::span<std::string const> stems);

} // namespace recap::search
