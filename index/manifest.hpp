// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"

#include <filesystem>
#include <string>

namespace recap::index {

inline constexpr char const* manifest_name = "manifest.json";

/// Manifest <-> JSON. from_json() throws Error(damaged) naming `file`. It reads `schema` and
/// `analyser` first, and throws Error newer or older unless they are ours, because the rest may
/// then mean something else.
[[nodiscard]] std::string to_json(Manifest const& manifest);
[[nodiscard]] Manifest from_json(std::string const& json, std::filesystem::path const& file);

} // namespace recap::index
