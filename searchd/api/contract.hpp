// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::api {

/// The OpenAPI 3.1 description of `/v1`: the content of openapi.json.
[[nodiscard]] std::string_view contract();

} // namespace recap::api
