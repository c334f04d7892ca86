// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace recap::web {

/// A file in assets/, compiled in.
struct Asset {
  std::string_view name;    ///< `recap.css`
  std::string_view version; ///< changes with the content: 16 hex digits of its SHA-256
  std::string_view content;
};

/// All assets; valid as long as the program runs.
[[nodiscard]] std::span<Asset const> assets();

/// The asset with this name, or null.
[[nodiscard]] Asset const* asset_named(std::string_view name);

} // namespace recap::web
