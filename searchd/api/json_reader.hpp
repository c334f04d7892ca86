// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace recap::api {

/// Parses JSON received from outside, in UTF-8. Throws search::BadRequest naming `parameter` for
/// invalid JSON, for nesting beyond `deepest_json`, which is checked before anything is built, and
/// for a number that exceeds a double.
[[nodiscard]] nlohmann::json read_json(std::string_view text, std::string const& parameter);

} // namespace recap::api
