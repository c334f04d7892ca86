// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string_view>

namespace recap::index {

/// A file written front to back, whose header is filled in last. Every member throws
/// Error(unwritable), naming the file.
class OutputFile {
public:
  explicit OutputFile(std::filesystem::path path);

  void write(std::string_view bytes);
  template <typename T>
  void write_array(std::span<T const> values) {
    write({reinterpret_cast<char const*>(values.data()), values.size_bytes()});
  }
  /// Appends `count` zeros, and more until the size is a multiple of eight.
  void pad(std::size_t count);
  /// Appends a file.
  void append(std::filesystem::path const& file);
  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// Overwrites the beginning with `header`, and closes.
  void finish(std::string_view header);
  void close();

private:
  [[noreturn]] void fail() const;

  std::filesystem::path path_;
  std::ofstream out_;
  std::uint64_t size_ = 0;
};

} // namespace recap::index
