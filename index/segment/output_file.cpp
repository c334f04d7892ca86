// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/output_file.hpp"

#include "index/error.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace recap::index {

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path))
    , out_(path_, std::ios::binary | std::ios::trunc) {
  if (!out_) fail();
}

void OutputFile::write(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) fail();
  size_ += bytes.size();
}

void OutputFile::pad(std::size_t count) {
  constexpr std::size_t alignment = 8;
  write(std::string(count + (alignment - (size_ + count) % alignment) % alignment, '\0'));
}

void OutputFile::append(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<char> piece(1 << 20);
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
    write({piece.data(), static_cast<std::size_t>(in.gcount())});
  if (!in.eof()) fail();
}

void OutputFile::finish(std::string_view header) {
  out_.seekp(0);
  out_.write(header.data(), static_cast<std::streamsize>(header.size()));
  close();
}

void OutputFile::close() {
  out_.close();
  if (!out_) fail();
}

void OutputFile::fail() const {
  throw Error(ErrorCode::unwritable,
              path_.string() + ": cannot be written; free space, then index again");
}

} // namespace recap::index
