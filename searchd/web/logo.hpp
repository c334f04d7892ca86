// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recap::web {

/// The logo of a publication, as shown on pages.
struct Logo {
  std::string content;
  std::string_view content_type;
  /// More than twice as wide as high: such a logo replaces the name.
  bool is_wide = false;
};

/// Recognises SVG and PNG; nullopt for anything else. An SVG without a size is not wide.
[[nodiscard]] std::optional<Logo> logo_of(std::string content);

} // namespace recap::web
