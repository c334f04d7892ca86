// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/query/pins.hpp"

#include <xapian.h>

#include <cstddef>
#include <span>
#include <vector>

namespace recap::search {

/// An editor's choices for a query, as articles of this generation. Unknown ids are skipped; the
/// order is the editor's.
struct Chosen {
  struct Pinned {
    Xapian::docid id = 0;
    std::size_t place = 0; ///< from 1; 0 = the first that is free
  };
  std::vector<Pinned> pinned; ///< in the editor's order
  std::vector<Xapian::docid> hidden;
};

/// `choice`: null = no choices. `pins`: false if results are not ordered by relevance, because
/// articles then have no fixed places.
[[nodiscard]] Chosen chosen_articles(Pins::Choice const* choice, bool pins, Reader& reader);

/// The numbers that `articles` have in `segment`, ascending; skips articles of other segments.
[[nodiscard]] std::vector<std::uint32_t> numbers_in(Segment const& segment,
                                                    std::span<Xapian::docid const> articles);

/// The places of pinned articles among `others`, and which of the others are on a page. A place
/// after the last article means the end.
struct Arrangement {
  struct Seat {
    std::size_t place = 0;  ///< from 0
    std::size_t pinned = 0; ///< which of the pinned articles
  };
  std::vector<Seat> seats; ///< of all pinned articles, by place
  std::size_t offset = 0;  ///< of the others that are on the page
  std::size_t limit = 0;
};

/// `wished`: the place of each pinned article as Chosen has it; only 0 may repeat. `offset` and
/// `limit` are those of the page.
[[nodiscard]] Arrangement arrange(std::span<std::size_t const> wished, std::size_t others,
                                  std::size_t offset, std::size_t limit);

} // namespace recap::search
