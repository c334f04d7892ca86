// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recap::metadata {

/// The people that a text names: `Ann Lee, Bob Ray and Eve`, `Ann & Bob`. One name where it is not
/// clear that there are more: with a word of an organisation, with lower case behind a comma or
/// around an `and`, or where a part is a suffix such as `Jr.`, which stays with the name before.
[[nodiscard]] std::vector<std::string> names_in(std::string_view text);

} // namespace recap::metadata
