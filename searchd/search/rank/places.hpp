// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/plan/ways.hpp"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace recap::search {

/// Where the words of a query stand in an article, and whether they do. Keeps a reference only.
class Places {
public:
  explicit Places(Reader& reader)
      : reader_(reader) {}

  /// Positions in the running text of article `id` where `way` is found, ascending: of its first
  /// word where it is several. Of words found inside longer ones, only where the word itself is
  /// not there.
  [[nodiscard]] std::vector<std::uint32_t> of(Xapian::docid id, Way const& way);

  /// True when the article has every term of the way, side by side where that is asked.
  [[nodiscard]] bool answers(Xapian::docid id, Way const& way);

private:
  [[nodiscard]] std::vector<std::uint32_t> together(Xapian::docid id, Way const& way);
  [[nodiscard]] std::vector<std::uint32_t> beginning(Xapian::docid id, Way const& way);

  Reader& reader_;
  std::string beginning_;
  std::vector<std::string> completions_; ///< of that beginning
};

} // namespace recap::search
