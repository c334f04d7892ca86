// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <concepts>
#include <filesystem>
#include <string>
#include <utility>

namespace recap {

/// All of a file of at most 1 MiB that an operator writes. Throws std::invalid_argument that names
/// the file where it cannot be read or is longer.
[[nodiscard]] std::string content_of(std::filesystem::path const& file);

/// Such a file, looked at again and again for a change. Not thread-safe.
class SmallFile {
public:
  /// Nothing is read yet.
  explicit SmallFile(std::filesystem::path path)
      : path_(std::move(path)) {}

  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

  /// What `parse` makes of the content, when that is another than it made something of the last
  /// time; else null. Throws as content_of() and as `parse`, each time.
  template <std::invocable<std::string const&> Parse>
  auto read_if_changed(Parse const& parse) -> decltype(parse(std::string())) {
    std::string content = content_of(path_);
    if (was_read_ && content == last_) return nullptr;
    auto parsed = parse(content);
    last_ = std::move(content);
    was_read_ = true;
    return parsed;
  }

private:
  std::filesystem::path path_;
  std::string last_; ///< content
  bool was_read_ = false;
};

} // namespace recap
