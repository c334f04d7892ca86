// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/small_file.hpp"

#include <fstream>
#include <stdexcept>

namespace recap {
namespace {

/// A larger file was not written by hand.
constexpr std::size_t largest_file_bytes = 1024 * 1024;

} // namespace

std::string content_of(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::string content(largest_file_bytes + 1, '\0');
  file.read(content.data(), static_cast<std::streamsize>(content.size()));
  content.resize(static_cast<std::size_t>(file.gcount()));
  if (!file.is_open() || file.bad())
    throw std::invalid_argument(path.string() + ": cannot be read");
  if (content.size() > largest_file_bytes) {
    throw std::invalid_argument(path.string() + ": has more than " +
                                std::to_string(largest_file_bytes) + " bytes");
  }
  return content;
}

} // namespace recap
