// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/file_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace recap::indexer {
namespace {

std::string message() {
  return std::generic_category().message(errno);
}

} // namespace

FileReader::FileReader(SourceFile const& file)
    : file_(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (file_ < 0)
    throw metadata::Unreadable("cannot be opened: " + message() + "; check its permissions");
  // It may have become a pipe since it was listed.
  if (::fstat(file_, &before_) != 0 || !S_ISREG(before_.st_mode)) {
    ::close(file_);
    throw Changing();
  }
}

FileReader::~FileReader() {
  ::close(file_);
}

std::size_t FileReader::read(char* place, std::size_t bytes) {
  std::size_t done = 0;
  while (done < bytes) {
    ssize_t const got = ::read(file_, place + done, bytes - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw metadata::Unreadable("cannot be read: " + message());
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

void FileReader::check_unchanged() const {
  struct stat now{};
  bool const same = ::fstat(file_, &now) == 0 && now.st_size == before_.st_size &&
                    now.st_mtim.tv_sec == before_.st_mtim.tv_sec &&
                    now.st_mtim.tv_nsec == before_.st_mtim.tv_nsec;
  if (!same) throw Changing();
}

std::string read_file(SourceFile const& file, std::size_t most) {
  FileReader reader(file);
  std::string content(std::min(reader.bytes(), most) + 1, '\0');
  content.resize(reader.read(content.data(), content.size()));
  reader.check_unchanged();
  return content;
}

} // namespace recap::indexer
