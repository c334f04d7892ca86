// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/error.hpp"
#include "tests/fuzz/target.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace recap::fuzz {

/// A file without a disk, for code that maps one.
class MemoryFile {
public:
  explicit MemoryFile(std::string_view bytes)
      : descriptor_(::memfd_create("fuzzed", MFD_CLOEXEC)) {
    if (descriptor_ < 0 || ::write(descriptor_, bytes.data(), bytes.size()) < 0)
      throw std::runtime_error("no memory for a file");
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(MemoryFile const&) = delete;
  MemoryFile& operator=(MemoryFile const&) = delete;

  [[nodiscard]] std::filesystem::path path() const {
    return "/proc/self/fd/" + std::to_string(descriptor_);
  }

private:
  int descriptor_;
};

/// Continues after damage, as a search for other words would.
template <typename Step>
void attempt(Step const& step) {
  try {
    step();
  } catch (index::Error const& error) {
    require(error.code() == index::ErrorCode::damaged, "damage is called so");
  }
}

} // namespace recap::fuzz
