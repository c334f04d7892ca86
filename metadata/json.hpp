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

/// An object and where its own keys stand.
struct JsonObject {
  nlohmann::json object;
  std::map<std::string, std::size_t> lines; ///< of the file, by key
};

/// Parses an object that begins in `line` of its file. Throws Unreadable with the line: no JSON, no
/// object, nested too deeply, a key that stands twice.
[[nodiscard]] JsonObject parse_json(std::string_view json, std::size_t line);

/// `json` without the keys for which `wanted` is false.
[[nodiscard]] Node json_node(JsonObject const& json, bool (*wanted)(std::string_view) = nullptr);

/// A text as it is, a number or a truth value as it is written; empty for anything else.
[[nodiscard]] std::string json_scalar(nlohmann::json const& value);

} // namespace recap::metadata
