// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/facets.hpp"

#include <algorithm>

namespace recap::search {
namespace {

class Counter : public Xapian::MatchSpy {
public:
  explicit Counter(std::vector<Column const*> const& columns)
      : columns_(columns) {
    for (Column const* column : columns_)
      counts_.emplace_back(column->dictionary().size());
  }

  void operator()(Xapian::Document const& document, double /*weight*/) override {
    count(group_->whole(document.get_docid()));
  }

  void begin(ShardGroup const& group) { group_ = &group; }

  void count(Xapian::docid id) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      for (auto const value : columns_[i]->of(id))
        ++counts_[i][value];
    }
  }

  [[nodiscard]] std::vector<FacetValue> values(std::size_t i, std::size_t most) const {
    std::vector<FacetValue> values;
    for (std::size_t place = 0; place < counts_[i].size(); ++place) {
      if (counts_[i][place] > 0)
        values.push_back({columns_[i]->dictionary()[place], counts_[i][place]});
    }
    std::ranges::sort(values, [](FacetValue const& a, FacetValue const& b) {
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    if (values.size() > most) values.resize(most);
    return values;
  }

private:
  std::vector<Column const*> const& columns_;
  ShardGroup const* group_ = nullptr;
  std::vector<std::vector<std::size_t>> counts_;
};

} // namespace

std::vector<std::vector<FacetValue>> count_facets(Reader const& reader, Xapian::Query const& query,
                                                  std::vector<Column const*> const& columns,
                                                  std::size_t most) {
  Counter counter(columns);
  for (ShardGroup const& group : reader.groups) {
    Xapian::Enquire enquire(group.database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    auto const all = group.database.get_doccount();
    if (group.is_remote) { // where no MatchSpy of ours can be
      auto const found = enquire.get_mset(0, all);
      for (auto hit = found.begin(); hit != found.end(); ++hit)
        counter.count(group.whole(*hit));
    } else {
      counter.begin(group);
      enquire.add_matchspy(&counter);
      static_cast<void>(enquire.get_mset(0, 0, all));
    }
  }
  std::vector<std::vector<FacetValue>> lists;
  for (std::size_t i = 0; i < columns.size(); ++i)
    lists.push_back(counter.values(i, most));
  return lists;
}

} // namespace recap::search
