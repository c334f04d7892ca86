// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/edit_distance.hpp"

#include <algorithm>

namespace recap::text {
namespace {

/// Length of the letter that begins with this byte; an invalid byte is one letter.
std::size_t letter_bytes(char first) {
  auto const byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

} // namespace

EditRows::EditRows(std::string_view pattern, unsigned most)
    : most_(most) {
  while (!pattern.empty()) {
    auto const& letter = pattern_.emplace_back(pattern.substr(0, letter_bytes(pattern.front())));
    pattern.remove_prefix(letter.size());
  }
  least_[0] = 0;
  for (std::size_t i = 0; i <= pattern_.size(); ++i)
    rows_[0][i] = static_cast<std::uint8_t>(std::min<std::size_t>(i, most_ + 1));
}

void EditRows::keep(std::size_t depth) {
  word_.resize(depth);
  while (begun() > depth)
    ends_.pop_back();
}

std::string_view EditRows::letter(std::size_t at) const {
  std::size_t const begin = at == 0 ? 0 : ends_[at - 1];
  return std::string_view(word_).substr(begin, ends_[at] - begin);
}

unsigned EditRows::distance() const {
  return begun() == word_.size() ? rows_[ends_.size()][pattern_.size()] : most_ + 1;
}

bool EditRows::push(char byte) {
  if (word_.size() == longest_compared) return false;
  word_ += byte;
  if (word_.size() - begun() < letter_bytes(word_[begun()])) return least() <= most_;
  ends_.push_back(word_.size());
  return add_row();
}

// Computes only the columns within `most` of the diagonal: outside them the distance is larger in
// any case. The two columns next to them are set to that, because the next row reads them.
bool EditRows::add_row() {
  std::size_t const depth = ends_.size();
  std::string_view const added = letter(depth - 1);
  auto const too_far = static_cast<std::uint8_t>(most_ + 1);
  std::size_t const size = pattern_.size();
  std::size_t const first = depth > most_ ? depth - most_ : 0;
  std::size_t const last = std::min(size, depth + most_);
  auto& row = rows_[depth];
  auto const& above = rows_[depth - 1];
  row[size] = least_[depth] = too_far;
  if (first > last) return false;
  unsigned least = too_far;
  if (first > 0) row[first - 1] = too_far;
  for (std::size_t j = first; j <= last; ++j) {
    unsigned best = j == 0 ? static_cast<unsigned>(depth) : too_far;
    if (j > 0) {
      best = std::min(best, row[j - 1] + 1U);
      best = std::min(best, above[j - 1] + (pattern_[j - 1] == added ? 0U : 1U));
      bool const swapped =
          j > 1 && depth > 1 && pattern_[j - 1] == letter(depth - 2) && pattern_[j - 2] == added;
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
  std::string_view const begun_letter = std::string_view(word_).substr(begun());
  auto const allow = [&](std::string const& one) {
    if (one.size() <= begun_letter.size() || !one.starts_with(begun_letter)) return;
    auto const allowed = static_cast<unsigned char>(one[begun_letter.size()]);
    if (allowed >= from && (!smallest || allowed < *smallest)) smallest = allowed;
  };
  std::size_t const depth = ends_.size();
  std::size_t const first = depth > most_ ? depth - most_ : 0;
  for (std::size_t j = first; j <= depth + most_ && j < pattern_.size(); ++j) {
    if (rows_[depth][j] <= most_) allow(pattern_[j]);
    bool const swaps = depth > 0 && j > 0 && j < depth + most_ &&
                       pattern_[j] == letter(depth - 1) && rows_[depth - 1][j - 1] < most_;
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
