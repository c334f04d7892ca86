// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>

namespace recap::configuration {

/// A string as it is, a number, date or bool as written; nullopt for lists and tables.
[[nodiscard]] std::optional<std::string> scalar_text(toml::node const& node);

} // namespace recap::configuration
