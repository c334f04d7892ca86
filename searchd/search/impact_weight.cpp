// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/impact_weight.hpp"

namespace recap::search {

ImpactWeight::ImpactWeight() {
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
  factor_ = factor;
}

double ImpactWeight::get_sumpart(Xapian::termcount wdf, Xapian::termcount /*length*/,
                                 Xapian::termcount /*unique_terms*/) const {
  return factor_ * wdf;
}

double ImpactWeight::get_maxpart() const {
  return factor_ * get_wdf_upper_bound();
}

double ImpactWeight::get_sumextra(Xapian::termcount /*length*/,
                                  Xapian::termcount /*unique_terms*/) const {
  return 0;
}

double ImpactWeight::get_maxextra() const {
  return 0;
}

} // namespace recap::search
