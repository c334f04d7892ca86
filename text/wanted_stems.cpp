// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/wanted_stems.hpp"

namespace recap::text {

std::size_t WantedStems::pair(std::string_view word) {
  auto const letter = [&](std::size_t place) -> std::size_t {
    return place < word.size() ? static_cast<unsigned char>(word[place]) % letters : 0;
  };
  constexpr std::size_t i = 'i' % letters;
  constexpr std::size_t y = 'y' % letters;
  auto const second = letter(1);
  return letter(0) * letters + (second == y ? i : second);
}

void WantedStems::add(std::string_view stem) {
  if (stem.size() != 1) {
    pairs_.set(pair(stem));
    return;
  }
  auto const first = pair(stem);
  for (std::size_t second = 0; second < letters; ++second)
    pairs_.set(first + second);
}

} // namespace recap::text
