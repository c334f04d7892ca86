// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace recap::metadata {

/// A value in YAML, TOML or JSON. Aliases share their value, so that no input can expand.
struct Node {
  enum class Kind { none, text, list, map };
  struct Key {
    std::string name; ///< trimmed, lower case
    std::size_t line = 0;
    std::size_t column = 0;
  };
  Kind kind = Kind::none;
  std::string text;
  std::vector<Key> keys;                             ///< of a map, one for each child
  std::vector<std::shared_ptr<Node const>> children; ///< of a list or a map
  std::size_t line = 0;
  int height = 0; ///< of the subtree
};

/// Most nested levels; deeper values are rejected.
inline constexpr int deepest = 32;

/// Without space at both ends, and with ASCII letters in lower case.
[[nodiscard]] std::string trimmed_lower(std::string_view key);

/// Adds a value to a list; to a map, after adding its key.
void add_child(Node& parent, std::shared_ptr<Node const> child);

/// The child with this key, or nullptr.
[[nodiscard]] Node const* child_of(Node const& map, std::string_view key);

} // namespace recap::metadata
