// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace recap::search {

/// What OP_SCALE_WEIGHT gives a term times its wdf: Xapian's TfIdfWeight("nnn"), which other hosts
/// have, without its choices at every posting.
class ImpactWeight : public Xapian::Weight {
public:
  ImpactWeight();
  [[nodiscard]] std::string name() const override;
  [[nodiscard]] double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                                   Xapian::termcount unique_terms) const override;
  [[nodiscard]] double get_maxpart() const override;
  [[nodiscard]] double get_sumextra(Xapian::termcount length,
                                    Xapian::termcount unique_terms) const override;
  [[nodiscard]] double get_maxextra() const override;

private:
  [[nodiscard]] ImpactWeight* clone() const override;
  void init(double factor) override;

  double factor_ = 0;
};

} // namespace recap::search
