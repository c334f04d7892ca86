// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace recap::api {

/// JSON that came from outside, in UTF-8. Throws search::BadRequest that names `parameter` for what
/// is no JSON, for more than `deepest_json` arrays and objects in each other, which is found before
/// anything of them is made, and for a number that no double holds.
[[nodiscard]] nlohmann::json read_json(std::string_view text, std::string const& parameter);

} // namespace recap::api
