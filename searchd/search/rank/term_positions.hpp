// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/plan/alternatives.hpp"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace recap::search {

/// Finds the positions of query words in an article. Keeps a reference only.
class TermPositions {
public:
  explicit TermPositions(Reader& reader)
      : reader_(reader) {}

  /// Positions in the running text of article `id` that match `alternative`, ascending; of its
  /// first word if it has several. Words inside longer ones count only if the article lacks the
  /// word itself.
  [[nodiscard]] std::vector<std::uint32_t> of(Xapian::docid id, Alternative const& alternative);

  /// True if the article has every term of the alternative, adjacent if required.
  [[nodiscard]] bool answers(Xapian::docid id, Alternative const& alternative);

private:
  [[nodiscard]] std::vector<std::uint32_t> together(Xapian::docid id,
                                                    Alternative const& alternative);
  [[nodiscard]] std::vector<std::uint32_t> beginning(Xapian::docid id,
                                                     Alternative const& alternative);

  Reader& reader_;
  std::string beginning_;
  std::vector<std::string> completions_; ///< of that prefix
};

} // namespace recap::search
