// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <string>

namespace recap::configuration {

/// A text as it is, a number, date or truth value as it is written; nothing for lists and tables.
[[nodiscard]] std::optional<std::string> scalar_text(toml::node const& node);

} // namespace recap::configuration
