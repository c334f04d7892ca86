// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace recap::search {

/// Articles per window. The scores of a window (32 KB) stay in the processor's nearest caches, and
/// a window without a match costs almost nothing.
inline constexpr std::uint32_t window_articles = 4096;

/// Articles [first, end) of a segment, at most window_articles.
struct Window {
  std::uint32_t first = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - first; }
};

/// A set of articles in a window, by their places in it.
class ArticleSet {
public:
  void clear() { words_.fill(0); }
  void fill(std::uint32_t size) {
    clear();
    for (std::uint32_t i = 0; i < size / 64; ++i)
      words_[i] = ~std::uint64_t{0};
    if (size % 64 != 0) words_[size / 64] = (std::uint64_t{1} << size % 64) - 1;
  }

  [[nodiscard]] bool has(std::uint32_t place) const { return words_[place / 64] >> place % 64 & 1; }
  void add(std::uint32_t place) { words_[place / 64] |= std::uint64_t{1} << place % 64; }
  void remove(std::uint32_t place) { words_[place / 64] &= ~(std::uint64_t{1} << place % 64); }

  void keep(ArticleSet const& other) {
    for (std::size_t i = 0; i < words_.size(); ++i)
      words_[i] &= other.words_[i];
  }
  void add(ArticleSet const& other) {
    for (std::size_t i = 0; i < words_.size(); ++i)
      words_[i] |= other.words_[i];
  }
  void remove(ArticleSet const& other) {
    for (std::size_t i = 0; i < words_.size(); ++i)
      words_[i] &= ~other.words_[i];
  }

  [[nodiscard]] bool empty() const {
    return std::ranges::all_of(words_, [](auto word) { return word == 0; });
  }
  [[nodiscard]] bool has_more_than(std::size_t count) const {
    std::size_t seen = 0;
    for (auto const word : words_) {
      if (word == 0) continue;
      seen += static_cast<std::size_t>(std::popcount(word));
      if (seen > count) return true;
    }
    return false;
  }

  /// Calls `function(place)` for each, ascending.
  template <typename Function>
  void for_each(Function function) const {
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      for (auto word = words_[i]; word != 0; word &= word - 1)
        function(i * 64 + static_cast<std::uint32_t>(std::countr_zero(word)));
    }
  }

private:
  std::array<std::uint64_t, window_articles / 64> words_{};
};

/// Articles of a window with their scores. A score is valid only if the article is in the set.
struct Scores {
  ArticleSet articles;
  std::array<double, window_articles> score;

  void clear() { articles.clear(); }

  void add(std::uint32_t place, double points) {
    score[place] = articles.has(place) ? score[place] + points : points;
    articles.add(place);
  }
  void best(std::uint32_t place, double points) {
    score[place] = articles.has(place) ? std::max(score[place], points) : points;
    articles.add(place);
  }
};

} // namespace recap::search
