// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::api {

/// The contract of `/v1` in OpenAPI 3.1: openapi.json, as it stands.
[[nodiscard]] std::string_view contract();

} // namespace recap::api
