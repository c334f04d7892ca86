// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace recap {

/// What a process keeps of the files that its user may open.
struct Files {
  std::vector<std::filesystem::path> read; ///< folders with all below, or files
  std::vector<std::filesystem::path> made; ///< folders where files may also be made and written
};

/// Gives up all other files, and to run programs, for this thread and all that it starts from now
/// on, by Landlock. What is open stays open; places that are not there are passed over. False where
/// the kernel has no Landlock; then nothing has changed. Throws std::system_error.
[[nodiscard]] bool confine(Files const& files);

/// The folder that `file` is in, as named and where links lead: what replaces the file is there
/// too. Nothing for a file in the root folder, which would be everything.
[[nodiscard]] std::vector<std::filesystem::path> folders_of(std::filesystem::path const& file);

} // namespace recap
