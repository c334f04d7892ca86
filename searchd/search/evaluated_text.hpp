// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace recap::search {

/// How much of its words a query insists on.
enum class Tier {
  typed,     ///< all of them as they were typed
  corrected, ///< all of them, a correction being as good as the word
  relaxed,   ///< enough of them
};

/// The articles that the words of one query match, with their weights, for several searches that
/// differ in their conditions: each tier, and each condition within it, is looked for once, when
/// first asked for, and is a list in memory from then on (16 bytes an article). For one thread, and
/// a database in one piece.
class EvaluatedText {
public:
  /// `most_kept`: articles in the lists of all conditions beyond which no further list is made (2
  /// million: 32 MB); a condition is then itself.
  explicit EvaluatedText(Xapian::Database const& database, std::size_t most_kept = 2'000'000)
      : database_(database)
      , most_kept_(most_kept) {}

  /// The articles of `words` as a query of the same weights. `words`: for a tier always the same.
  [[nodiscard]] Xapian::Query once(Tier tier, Xapian::Query const& words);

  /// Those of a tier, which has been asked for, that meet `condition`, without weights.
  [[nodiscard]] Xapian::Query among(Tier tier, Xapian::Query const& condition);

private:
  Xapian::Query& found(Tier tier) { return texts_.at(static_cast<std::size_t>(tier)); }

  Xapian::Database database_;
  std::size_t most_kept_;
  std::size_t kept_ = 0;
  std::array<Xapian::Query, 3> texts_; ///< by tier; empty = not looked for yet
  std::map<std::pair<Tier, std::string>, Xapian::Query> conditions_;
};

} // namespace recap::search
