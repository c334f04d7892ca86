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
    Xapian::docid const id = document.get_docid();
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
  std::vector<std::vector<std::size_t>> counts_;
};

} // namespace

std::vector<std::vector<FacetValue>> count_facets(Xapian::Database const& database,
                                                  Xapian::Query const& query,
                                                  std::vector<Column const*> const& columns,
                                                  std::size_t most) {
  Counter counter(columns);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&counter);
  static_cast<void>(enquire.get_mset(0, 0, database.get_doccount()));
  std::vector<std::vector<FacetValue>> lists;
  for (std::size_t i = 0; i < columns.size(); ++i)
    lists.push_back(counter.values(i, most));
  return lists;
}

} // namespace recap::search
