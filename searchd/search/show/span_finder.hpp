// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/query/units.hpp"
#include "text/analyser.hpp"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recap::search {

/// Bytes of a text that match a unit: the noun of a Korean word, without its particle.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t unit = 0; ///< number of the unit, from 0 in the order of SpanFinder::add()
};

/// Finds the units of a query in texts. Keeps references to the units, which must not move.
class SpanFinder {
public:
  void add(Unit const& unit);
  [[nodiscard]] std::size_t size() const { return units_.size(); }

  /// Occurrences of the units in `text`, in order, without overlaps.
  [[nodiscard]] std::vector<Span> find(text::Analyser& analyser, std::string_view text) const;

private:
  template <typename Found>
  void for_each_match(text::Token const& token, Found found) const;

  std::vector<Unit const*> units_;
  text::WantedStems wanted_;
  /// Units that are words, by stem: a prefix has many completions, and one lookup finds them all.
  std::unordered_multimap<std::string_view, std::size_t> words_;
  std::vector<std::size_t> others_; ///< units that are not words
  std::vector<std::size_t> sequences_;
};

} // namespace recap::search
