// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <toml++/toml.h>

#include <cstddef>
#include <string>
#include <vector>

namespace recap {

/// Parts of reading a file of rules. All throw search::BadRule for invalid input.

[[nodiscard]] toml::table rule_table(std::string const& content);

[[nodiscard]] std::size_t line_of(toml::node const& node);

/// A text in quotes, or a list of them, which may be empty.
[[nodiscard]] std::vector<std::string> texts_of(toml::node const& node, std::string const& key);

} // namespace recap
