// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recap::web {

/// The mark of a publication, as a page shows it.
struct Logo {
  std::string content;
  std::string_view content_type;
  /// More than twice as wide as high: such a mark is the name, which then does not stand beside it.
  bool is_wide = false;
};

/// A logo of the bytes of an SVG or PNG file; none where they are neither. An SVG without a size is
/// not wide.
[[nodiscard]] std::optional<Logo> logo_of(std::string content);

} // namespace recap::web
