// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/tree.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace recap::metadata {

/// An object, and the lines of its own keys.
struct JsonObject {
  nlohmann::json object;
  std::map<std::string, std::size_t> lines; ///< of the file, by key
};

/// Parses an object that begins on `line` of its file. Throws Unreadable with the line: invalid
/// JSON, not an object, nested too deeply, a duplicate key.
[[nodiscard]] JsonObject parse_json(std::string_view json, std::size_t line);

/// `json` without the keys for which `wanted` returns false.
[[nodiscard]] Node json_node(JsonObject const& json, bool (*wanted)(std::string_view) = nullptr);

/// A string, or a number or bool as written; empty for anything else.
[[nodiscard]] std::string json_scalar(nlohmann::json const& value);

} // namespace recap::metadata
