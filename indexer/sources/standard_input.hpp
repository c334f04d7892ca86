// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/sources/source_list.hpp"

#include <filesystem>
#include <string_view>

namespace recap::indexer {

/// The name of standard input among the sources; not the name of a file.
inline constexpr std::string_view standard_input_name = "-";

/// Standard input as a file of JSON lines, so that it can be read twice; the destructor removes it.
class StandardInput {
public:
  /// Reads to the end. Throws index::Error(unwritable) if `folder` cannot hold it.
  explicit StandardInput(std::filesystem::path const& folder);
  ~StandardInput();
  StandardInput(StandardInput const&) = delete;
  StandardInput& operator=(StandardInput const&) = delete;

  [[nodiscard]] SourceFile source() const;

private:
  std::filesystem::path file_;
};

} // namespace recap::indexer
