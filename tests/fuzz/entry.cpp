// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fuzz/target.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace recap::fuzz {

void require(bool holds, char const* what) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::abort();
}

} // namespace recap::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  recap::fuzz::read({reinterpret_cast<char const*>(bytes), size});
  return 0;
}
