// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Catch2 2 (Debian 12) and 3 have different headers, and different names for what is used here.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>

#include <string>

using Catch::Approx;

namespace Catch {
using Matchers::Equals;
using Matchers::StartsWith;

inline auto Contains(std::string const& part) {
  return Matchers::ContainsSubstring(part);
}
} // namespace Catch
#else
#include <catch2/catch.hpp>
#endif
