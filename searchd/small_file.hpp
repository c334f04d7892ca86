// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace recap {

/// All of a file of at most 1 MiB that an operator writes. Throws std::invalid_argument that names
/// the file where it cannot be read or is longer.
[[nodiscard]] std::string content_of(std::filesystem::path const& file);

} // namespace recap
