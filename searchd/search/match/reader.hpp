// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "searchd/search/match/segment.hpp"
#include "searchd/search/query/levers.hpp"
#include "text/analyser.hpp"

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recap::index {
class Segments;
}

namespace recap::search {

/// What one thread needs for searching: handles that other threads must not use, and an analyser. A
/// stem term (index::stem_term()) means both that term and the word spelled like the stem
/// (index/fields.hpp); every other term means itself.
class Reader {
public:
  /// For a sharded generation: all shards as one database. `is_remote`: some are on other hosts.
  Reader(Xapian::Database shards, bool is_remote);
  /// For an unsharded generation: its database of fields, and its segments, which must outlive it.
  Reader(Xapian::Database fields, index::Segments const& segments);

  Xapian::Database database; ///< ids, values and phrases of all articles
  text::Analyser analyser;
  Levers levers;

  [[nodiscard]] std::span<std::unique_ptr<Segment> const> segments() const { return segments_; }
  [[nodiscard]] std::uint32_t articles() const { return articles_; }

  /// The article with this id, or 0.
  [[nodiscard]] Xapian::docid document(std::string const& id) const;

  /// Articles that have `term`.
  [[nodiscard]] std::uint32_t document_frequency(std::string const& term);
  /// Requests several document frequencies from other hosts at once, for later calls.
  void look_up(std::span<std::string const> terms);

  /// The impact of `term` in an article; 0 if it does not have it.
  [[nodiscard]] std::uint32_t impact(Xapian::docid id, std::string const& term);

  /// The first article that has `term` itself; 0 if there is none.
  [[nodiscard]] Xapian::docid first_article(std::string const& term);

  /// Positions in the running text of the article, ascending.
  [[nodiscard]] std::vector<std::uint32_t> positions(Xapian::docid id, std::string const& term);

  /// The stored article, with and without the texts of its sections. Throws index::Error(damaged).
  [[nodiscard]] index::Record record(Xapian::docid id);
  [[nodiscard]] index::Record fields(Xapian::docid id);

  /// Number of positions of a section's heading.
  [[nodiscard]] std::uint32_t heading_words(Xapian::docid id, std::size_t section);

  /// Positions in the sections where the Hangul word `noun` is inside longer words, ascending: in a
  /// text accurate to 16 positions, in a heading the heading's first. Reads the whole article.
  [[nodiscard]] std::vector<std::uint32_t> positions_inside(Xapian::docid id,
                                                            std::string_view noun);

  /// A part of a section's text; `request.article` is set here.
  [[nodiscard]] TextWindow window(Xapian::docid id, WindowRequest request);

  /// The heaviest stems of several articles, each weighted by its share; at most `most` per
  /// segment.
  struct Share {
    Xapian::docid id = 0;
    double share = 0;
  };
  [[nodiscard]] std::vector<WeighedStem> heaviest_stems(std::span<Share const> articles,
                                                        std::size_t most);

  /// The values of a slot, for articles that have any, by docid.
  [[nodiscard]] std::vector<SlotValue> values(std::uint32_t slot) const {
    return read_values_(database, slot);
  }

  /// Terms with this prefix, ascending, at most `most`.
  [[nodiscard]] std::vector<std::string> terms_beginning(std::string const& prefix,
                                                         std::size_t most);

  /// Cache of written forms, empty if unknown: searchd/search/suggest/written_words.hpp.
  std::unordered_map<std::string, std::string> written_words;

  /// Call this before a request: drops the caches of the previous one.
  void begin();

private:
  struct Place {
    Segment* segment = nullptr;
    std::uint32_t article = 0;
  };
  /// Throws index::Error(damaged) if there is no such article.
  [[nodiscard]] Place place(Xapian::docid id) const;
  [[nodiscard]] std::uint32_t impact_of(Place const& place, std::string const& term);

  std::vector<std::unique_ptr<Segment>> segments_;
  std::uint32_t articles_ = 0;
  std::vector<SlotValue> (*read_values_)(Xapian::Database const&, std::uint32_t slot);
  /// Lists that are read for single articles, each with its last result.
  struct List {
    Segment const* segment = nullptr;
    std::unique_ptr<Postings> postings;
    std::uint32_t reached = 0;
  };
  std::unordered_map<std::string, List> lists_;
  /// The article that positions_inside() read last, because a hit asks for several words.
  Xapian::docid read_id_ = 0;
  index::Record read_;
};

} // namespace recap::search
