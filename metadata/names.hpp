// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recap::metadata {

/// The people that a text names: `Ann Lee, Bob Ray and Eve`, `Ann & Bob`. A suffix such as `Jr.`
/// belongs to the name before it. Returns the text as one name if it has a word for an
/// organisation, or a part that does not look like a name: more than four words, or a small letter
/// or digit at the beginning.
[[nodiscard]] std::vector<std::string> names_in(std::string_view text);

} // namespace recap::metadata
