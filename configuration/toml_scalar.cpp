// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/toml_scalar.hpp"

#include <sstream>

namespace recap::configuration {

std::optional<std::string> scalar_text(toml::node const& node) {
  if (auto const* const text = node.as_string()) return text->get();
  if (node.is_array() || node.is_table()) return std::nullopt;
  std::ostringstream out;
  node.visit([&](auto const& value) {
    if constexpr (toml::is_value<decltype(value)>) out << value;
  });
  return out.str();
}

} // namespace recap::configuration
