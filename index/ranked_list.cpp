// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranked_list.hpp"

#include <algorithm>

namespace recap::index {
namespace {

// On disk: block maxima of other sizes would need another schema_version.
constexpr unsigned block_bits = 4;
constexpr std::size_t block_entries = std::size_t{1} << block_bits;

constexpr std::size_t blocks_of(std::size_t entries) {
  return (entries + block_entries - 1) / block_entries;
}

} // namespace

std::size_t RankedList::maxima_size(std::size_t entries) {
  std::size_t size = 0;
  while (entries > 1) {
    entries = blocks_of(entries);
    size += entries;
  }
  return size;
}

std::vector<std::uint32_t> RankedList::maxima_of(std::span<std::uint32_t const> weights) {
  std::vector<std::uint32_t> maxima;
  maxima.reserve(maxima_size(weights.size()));
  std::vector<std::uint32_t> below(weights.begin(), weights.end());
  while (below.size() > 1) {
    std::vector<std::uint32_t> level;
    level.reserve(blocks_of(below.size()));
    for (std::size_t begin = 0; begin < below.size(); begin += block_entries) {
      auto const from = below.begin() + static_cast<std::ptrdiff_t>(begin);
      auto const count = std::min(block_entries, below.size() - begin);
      level.push_back(*std::max_element(from, from + static_cast<std::ptrdiff_t>(count)));
    }
    maxima.insert(maxima.end(), level.begin(), level.end());
    below = std::move(level);
  }
  return maxima;
}

std::span<std::uint32_t const> RankedList::level(unsigned level) const {
  if (level == 0) return weights_;
  std::size_t begin = 0;
  std::size_t entries = blocks_of(weights_.size());
  for (unsigned i = 1; i < level; ++i) {
    begin += entries;
    entries = blocks_of(entries);
  }
  return maxima_.subspan(begin, entries);
}

std::size_t RankedList::Best::Node::first_entry() const {
  return place << (level * block_bits);
}

bool RankedList::Best::worse(Node const& a, Node const& b) {
  if (a.weight != b.weight) return a.weight < b.weight;
  return a.first_entry() > b.first_entry();
}

RankedList::Best::Node RankedList::Best::node(unsigned level, std::size_t place) const {
  return {.weight = list_->level(level)[place], .level = level, .place = place};
}

RankedList::Best::Best(RankedList const& list, std::size_t first, std::size_t last)
    : list_(&list) {
  last = std::min(last, list.size());
  // Covers the range with the largest blocks that fit.
  while (first < last) {
    unsigned level = 0;
    while (true) {
      std::size_t const larger = block_entries << (level * block_bits);
      if (first % larger != 0 || larger > last - first) break;
      ++level;
    }
    heap_.push_back(node(level, first >> (level * block_bits)));
    first += std::size_t{1} << (level * block_bits);
  }
  std::ranges::make_heap(heap_, worse);
}

std::optional<std::size_t> RankedList::Best::next() {
  while (!heap_.empty()) {
    std::ranges::pop_heap(heap_, worse);
    Node const top = heap_.back();
    heap_.pop_back();
    if (top.level == 0) return top.place;
    std::size_t const begin = top.place * block_entries;
    std::size_t const end = std::min(begin + block_entries, list_->level(top.level - 1).size());
    for (std::size_t place = begin; place < end; ++place) {
      heap_.push_back(node(top.level - 1, place));
      std::ranges::push_heap(heap_, worse);
    }
  }
  return std::nullopt;
}

} // namespace recap::index
