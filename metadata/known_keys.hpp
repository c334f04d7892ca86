// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::metadata {

/// True for a key that a rule of docs/fields.md reads; must be in lower case.
[[nodiscard]] bool is_known_key(std::string_view key);

/// True for a key of JSON lines that contains the text itself.
[[nodiscard]] bool is_body_key(std::string_view key);

} // namespace recap::metadata
