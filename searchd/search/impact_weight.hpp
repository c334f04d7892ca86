// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace recap::search {

/// idf x impact: BM25F whose saturation was computed when indexing (index/ranking.hpp),
/// so no document length is read. idf is Lucene's form, log(1 + (N - n + 0.5) / (n + 0.5)),
/// which never is negative. Local databases only: Xapian's remote back end takes no weights of
/// ours.
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

  double per_impact_ = 0;
};

} // namespace recap::search
