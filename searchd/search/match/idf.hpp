// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmath>

namespace recap::search {

/// Inverse document frequency as in Lucene's BM25, log(1 + (N - n + 0.5) / (n + 0.5)), for document
/// frequency `with` among `articles`. Never negative.
[[nodiscard]] inline double idf(double articles, double with) {
  return std::log(1 + (articles - with + 0.5) / (with + 0.5));
}

} // namespace recap::search
