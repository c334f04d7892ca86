// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace recap {

/// The files that a process may still open.
struct Files {
  std::vector<std::filesystem::path> read; ///< folders with everything below, or files
  std::vector<std::filesystem::path> made; ///< folders in which files may be created and written
};

/// Gives up access to all other files, and the right to run programs, for this thread and those
/// that it starts from now on, with Landlock. Open files stay open; missing places are ignored.
/// Returns false, changing nothing, if the kernel has no Landlock. Throws std::system_error.
[[nodiscard]] bool confine(Files const& files);

/// The folder of `file`, as named and with links resolved, where the file may be replaced. Empty
/// for a file in the root folder, which would include everything.
[[nodiscard]] std::vector<std::filesystem::path> folders_of(std::filesystem::path const& file);

} // namespace recap
