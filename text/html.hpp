// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::text {

/// Appends `text` as HTML, for content and quoted attributes: `& < > " '` become character
/// references.
void append_html(std::string& html, std::string_view text);

} // namespace recap::text
