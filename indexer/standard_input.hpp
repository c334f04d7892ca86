// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/source.hpp"

#include <filesystem>

namespace recap::indexer {

/// Standard input as a file, so that it can be read twice; gone with this object.
class StandardInput {
public:
  /// Copies it to the end into `folder`.
  /// @throws index::Error unwritable
  explicit StandardInput(std::filesystem::path const& folder);
  ~StandardInput();
  StandardInput(StandardInput const&) = delete;
  StandardInput& operator=(StandardInput const&) = delete;

  [[nodiscard]] SourceFile source() const;

private:
  std::filesystem::path file_;
};

} // namespace recap::indexer
