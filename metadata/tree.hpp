// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace recap::metadata {

/// A value of YAML, TOML or JSON. What an alias stands for is shared, so no input can grow.
struct Node {
  enum class Kind { none, text, list, map };
  struct Key {
    std::string name; ///< trimmed, lower case
    std::size_t line = 0;
    std::size_t column = 0;
  };
  Kind kind = Kind::none;
  std::string text;
  std::vector<Key> keys;                             ///< of a map, one a child
  std::vector<std::shared_ptr<Node const>> children; ///< of a list or a map
  std::size_t line = 0;
  int height = 0; ///< of what is below it
};

/// Deeper values are refused.
inline constexpr int deepest = 32;

/// Without space at both ends, ASCII letters in lower case.
[[nodiscard]] std::string trimmed_lower(std::string_view key);

/// Adds a value to a list or a map, of a map behind its key.
void add_child(Node& parent, std::shared_ptr<Node const> child);

/// The child of this key, or nullptr.
[[nodiscard]] Node const* child_of(Node const& map, std::string_view key);

} // namespace recap::metadata
