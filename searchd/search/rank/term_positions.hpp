// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/plan/alternatives.hpp"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace recap::search {

/// Where the words of a query stand in an article, and whether they do. Keeps a reference only.
class TermPositions {
public:
  explicit TermPositions(Reader& reader)
      : reader_(reader) {}

  /// Positions in the running text of article `id` where `alternative` is found, ascending: of its
  /// first word where it is several. Of words found inside longer ones, only where the word itself
  /// is not there.
  [[nodiscard]] std::vector<std::uint32_t> of(Xapian::docid id, Alternative const& alternative);

  /// True when the article has every term of the alternative, side by side where that is asked.
  [[nodiscard]] bool answers(Xapian::docid id, Alternative const& alternative);

private:
  [[nodiscard]] std::vector<std::uint32_t> together(Xapian::docid id,
                                                    Alternative const& alternative);
  [[nodiscard]] std::vector<std::uint32_t> beginning(Xapian::docid id,
                                                     Alternative const& alternative);

  Reader& reader_;
  std::string beginning_;
  std::vector<std::string> completions_; ///< of that beginning
};

} // namespace recap::search
