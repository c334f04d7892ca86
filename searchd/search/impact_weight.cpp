// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/impact_weight.hpp"

#include "index/ranking.hpp"

#include <cmath>

namespace recap::search {

ImpactWeight::ImpactWeight() {
  need_stat(COLLECTION_SIZE);
  need_stat(TERMFREQ);
  need_stat(WDF);
  need_stat(WDF_MAX);
}

std::string ImpactWeight::name() const {
  return "recap::ImpactWeight";
}

ImpactWeight* ImpactWeight::clone() const {
  return new ImpactWeight;
}

void ImpactWeight::init(double factor) {
  double const all = get_collection_size();
  double const with_term = get_termfreq();
  double const idf = std::log(1 + (all - with_term + 0.5) / (with_term + 0.5));
  per_impact_ = factor * idf / index::largest_impact;
}

double ImpactWeight::get_sumpart(Xapian::termcount wdf, Xapian::termcount /*length*/,
                                 Xapian::termcount /*unique_terms*/) const {
  return per_impact_ * wdf;
}

double ImpactWeight::get_maxpart() const {
  return per_impact_ * get_wdf_upper_bound();
}

double ImpactWeight::get_sumextra(Xapian::termcount /*length*/,
                                  Xapian::termcount /*unique_terms*/) const {
  return 0;
}

double ImpactWeight::get_maxextra() const {
  return 0;
}

} // namespace recap::search
