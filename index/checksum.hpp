// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace recap::index {

/// XXH3 (64 bits) as 16 hexadecimal digits. Detects damage and changes, not tampering.
[[nodiscard]] std::string checksum(std::string_view bytes);

/// The checksum of a file, read in pieces. Throws Error(damaged) naming the file if it cannot be
/// read.
[[nodiscard]] std::string checksum_of_file(std::filesystem::path const& file);

} // namespace recap::index
