// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

namespace recap::index {

/// A memory-mapped file. Immutable; any thread may read it.
class MappedFile {
public:
  MappedFile() = default;
  /// Throws Error(damaged), naming the file, if it cannot be opened.
  explicit MappedFile(std::filesystem::path const& file);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept
      : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

private:
  std::string_view bytes_;
};

} // namespace recap::index
