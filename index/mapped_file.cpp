// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/mapped_file.hpp"

#include "index/error.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace recap::index {

MappedFile::MappedFile(std::filesystem::path const& file) {
  int const descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status{};
  void* start = MAP_FAILED;
  bool const is_open = descriptor >= 0 && ::fstat(descriptor, &status) == 0;
  auto const size = is_open ? static_cast<std::size_t>(status.st_size) : 0;
  if (size > 0) start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
  std::error_code const reason(errno, std::generic_category());
  if (descriptor >= 0) ::close(descriptor);
  if (start == MAP_FAILED) {
    if (is_open && size == 0) return; // an empty file cannot be mapped
    throw Error(ErrorCode::damaged,
                file.string() + ": " + reason.message() + "; index again with --rebuild");
  }
  bytes_ = {static_cast<char const*>(start), size};
}

MappedFile::~MappedFile() {
  // munmap takes a non-const pointer.
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

} // namespace recap::index
