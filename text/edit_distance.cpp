// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/edit_distance.hpp"

#include <algorithm>

namespace recap::text {

EditRows::EditRows(std::string_view pattern, unsigned most)
    : pattern_(pattern)
    , most_(most) {
  least_[0] = 0;
  for (std::size_t i = 0; i <= pattern_.size(); ++i)
    rows_[0][i] = static_cast<std::uint8_t>(std::min<std::size_t>(i, most_ + 1));
}

// Only the band of columns within `most` of the diagonal is computed: outside it the distance is
// larger in any case. The two columns beside the band are set so, since the next row reads them.
bool EditRows::push(char byte) {
  std::size_t const depth = word_.size() + 1;
  if (depth > longest_compared) return false;
  auto const too_far = static_cast<std::uint8_t>(most_ + 1);
  std::size_t const size = pattern_.size();
  std::size_t const first = depth > most_ ? depth - most_ : 0;
  std::size_t const last = std::min(size, depth + most_);
  auto& row = rows_[depth];
  auto const& above = rows_[depth - 1];
  word_ += byte;
  row[size] = least_[depth] = too_far;
  if (first > last) return false;
  unsigned least = too_far;
  if (first > 0) row[first - 1] = too_far;
  for (std::size_t j = first; j <= last; ++j) {
    unsigned best = j == 0 ? static_cast<unsigned>(depth) : too_far;
    if (j > 0) {
      best = std::min(best, row[j - 1] + 1U);
      best = std::min(best, above[j - 1] + (pattern_[j - 1] == byte ? 0U : 1U));
      bool const swapped =
          j > 1 && depth > 1 && pattern_[j - 1] == word_[depth - 2] && pattern_[j - 2] == byte;
      if (swapped) best = std::min(best, rows_[depth - 2][j - 2] + 1U);
    }
    if (j < depth + most_) best = std::min(best, above[j] + 1U);
    best = std::min<unsigned>(best, too_far);
    row[j] = static_cast<std::uint8_t>(best);
    least = std::min(least, best);
  }
  if (last < size) row[last + 1] = too_far;
  least_[depth] = static_cast<std::uint8_t>(least);
  return least <= most_;
}

std::optional<char> EditRows::next(char byte) const {
  if (least() < most_) return byte;
  auto const from = static_cast<unsigned char>(byte);
  std::optional<unsigned char> smallest;
  auto const allow = [&](char one) {
    auto const allowed = static_cast<unsigned char>(one);
    if (allowed >= from && (!smallest || allowed < *smallest)) smallest = allowed;
  };
  std::size_t const depth = word_.size();
  std::size_t const first = depth > most_ ? depth - most_ : 0;
  for (std::size_t j = first; j <= depth + most_ && j < pattern_.size(); ++j) {
    if (rows_[depth][j] <= most_) allow(pattern_[j]);
    bool const swaps = depth > 0 && j > 0 && j < depth + most_ && pattern_[j] == word_[depth - 1] &&
                       rows_[depth - 1][j - 1] < most_;
    if (swaps) allow(pattern_[j - 1]);
  }
  if (!smallest) return std::nullopt;
  return static_cast<char>(*smallest);
}

unsigned edit_distance(std::string_view first, std::string_view second, unsigned most) {
  if (first.size() > longest_compared) return most + 1;
  EditRows rows(first, most);
  for (char const byte : second) {
    if (!rows.push(byte)) return most + 1;
  }
  return rows.distance();
}

} // namespace recap::text
