// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/given_weight.hpp"

#include "index/ranking.hpp"

namespace recap::search {

GivenWeight::GivenWeight() {
  need_stat(WDF);
  need_stat(WDF_MAX);
}

std::string GivenWeight::name() const {
  return "recap::GivenWeight";
}

GivenWeight* GivenWeight::clone() const {
  return new GivenWeight;
}

void GivenWeight::init(double factor) {
  bool const is_value = get_wdf_upper_bound() == 0;
  per_impact_ = is_value ? 0 : factor / index::largest_impact;
  flat_ = is_value ? factor : 0;
}

double GivenWeight::get_sumpart(Xapian::termcount wdf, Xapian::termcount /*length*/,
                                Xapian::termcount /*unique_terms*/) const {
  return flat_ + per_impact_ * wdf;
}

double GivenWeight::get_maxpart() const {
  return flat_ + per_impact_ * get_wdf_upper_bound();
}

double GivenWeight::get_sumextra(Xapian::termcount /*length*/,
                                 Xapian::termcount /*unique_terms*/) const {
  return 0;
}

double GivenWeight::get_maxextra() const {
  return 0;
}

} // namespace recap::search
