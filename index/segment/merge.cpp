// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/merge.hpp"

#include "index/error.hpp"
#include "index/segment/merged_order.hpp"

#include <algorithm>
#include <stdexcept>

namespace recap::index {

std::vector<MergedArticle> merged_order(std::span<SegmentSource const> inputs) {
  std::vector<MergedArticle> order;
  for (std::uint32_t input = 0; input < inputs.size(); ++input) {
    SegmentSource const& source = inputs[input];
    auto const docids = source.words->docids();
    if (source.articles->articles() != docids.size())
      throw Error(ErrorCode::damaged, "two files of a segment do not fit; index with --rebuild");
    for (std::uint32_t local = 0; local < docids.size(); ++local) {
      if (!source.live || source.live(docids[local]))
        order.push_back(
            {.docid = docids[local] + source.docid_offset, .input = input, .local = local});
    }
  }
  std::ranges::sort(order, {}, &MergedArticle::docid);
  if (std::ranges::adjacent_find(order, {}, &MergedArticle::docid) != order.end())
    throw std::invalid_argument("two segments have a live article of the same number");
  return order;
}

void merge_segments(std::span<SegmentSource const> inputs, std::filesystem::path const& words,
                    std::filesystem::path const& articles, DeadCounts dead) {
  auto const order = merged_order(inputs);
  merge_words(inputs, order, words, dead);
  merge_articles(inputs, order, articles);
}

} // namespace recap::index
