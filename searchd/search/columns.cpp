// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/columns.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace recap::search {
namespace {

struct Values {
  Xapian::docid id = 0;
  std::string joined;
};

/// What other hosts have in a slot: the order that they are asked for, by its values, does not
/// matter, but brings them along.
void add_remote(ShardGroup const& group, std::uint32_t slot, std::vector<Values>& values) {
  Xapian::Enquire enquire(group.database);
  enquire.set_query(Xapian::Query(std::string()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot, false);
  auto const found = enquire.get_mset(0, group.database.get_doccount());
  for (auto at = found.begin(); at != found.end(); ++at)
    values.push_back({group.whole(*at), at.get_sort_key()});
}

/// Of all articles that have a value, by their numbers.
std::vector<Values> read_slot(Reader const& reader, std::uint32_t slot) {
  std::vector<Values> values;
  for (ShardGroup const& group : reader.groups) {
    if (group.is_remote) {
      add_remote(group, slot, values);
      continue;
    }
    auto const end = group.database.valuestream_end(slot);
    for (auto at = group.database.valuestream_begin(slot); at != end; ++at)
      values.push_back({group.whole(at.get_docid()), *at});
  }
  if (reader.groups.size() > 1 || reader.is_remote()) std::ranges::sort(values, {}, &Values::id);
  return values;
}

} // namespace

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
  for (auto const& [id, joined] : read_slot(reader, slot)) {
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
