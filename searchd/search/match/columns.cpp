// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/columns.hpp"

#include "searchd/search/match/reader.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace recap::search {
Column::Column(Reader const& reader, std::uint32_t slot) {
  std::unordered_map<std::string, std::uint32_t> by_spelling;
  std::unordered_map<std::string, std::uint32_t> by_folded;
  auto const place_of = [&](std::string const& value) {
    auto const [spelling, is_new] = by_spelling.try_emplace(value);
    if (is_new) {
      auto const next = static_cast<std::uint32_t>(dictionary_.size());
      auto const [folded, first] = by_folded.try_emplace(text::fold(value), next);
      if (first) dictionary_.push_back(value);
      spelling->second = folded->second;
    }
    return spelling->second;
  };
  auto const last = reader.database.get_lastdocid();
  starts_.reserve(last + 2);
  for (auto const& [id, joined] : reader.values(slot)) {
    starts_.resize(id + 1, static_cast<std::uint32_t>(values_.size()));
    std::string_view rest = joined;
    while (!rest.empty()) {
      auto const end = std::min(rest.find(index::value_separator), rest.size());
      if (end > 0) values_.push_back(place_of(std::string(rest.substr(0, end))));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  starts_.resize(last + 2, static_cast<std::uint32_t>(values_.size()));
}

} // namespace recap::search
