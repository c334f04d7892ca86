// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace recap::search {

/// The weight that the query gives a term (by OP_SCALE_WEIGHT) times the share of its impact;
/// terms of whole values, which have no impact, count fully. For queries whose makers weigh
/// their terms by themselves. Local databases only.
class GivenWeight : public Xapian::Weight {
public:
  GivenWeight();
  [[nodiscard]] std::string name() const override;
  [[nodiscard]] double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                                   Xapian::termcount unique_terms) const override;
  [[nodiscard]] double get_maxpart() const override;
  [[nodiscard]] double get_sumextra(Xapian::termcount length,
                                    Xapian::termcount unique_terms) const override;
  [[nodiscard]] double get_maxextra() const override;

private:
  [[nodiscard]] GivenWeight* clone() const override;
  void init(double factor) override;

  double per_impact_ = 0;
  double flat_ = 0;
};

} // namespace recap::search
