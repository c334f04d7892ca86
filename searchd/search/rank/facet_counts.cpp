// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/facet_counts.hpp"

#include <algorithm>

namespace recap::search {

std::vector<FacetValue> FacetCounts::values(std::size_t most) const {
  std::vector<FacetValue> values;
  for (std::size_t place = 0; place < counts_.size(); ++place) {
    if (counts_[place] > 0) values.push_back({column_->dictionary()[place], counts_[place]});
  }
  std::ranges::sort(values, [](FacetValue const& a, FacetValue const& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  if (values.size() > most) values.resize(most);
  return values;
}

} // namespace recap::search
