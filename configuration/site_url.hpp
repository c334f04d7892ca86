// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::configuration {

/// True for `http://` or `https://` (in any case), a host and optionally a path, so that a path can
/// be appended.
[[nodiscard]] bool is_site_url(std::string_view url);

} // namespace recap::configuration
