// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <concepts>
#include <filesystem>
#include <string>
#include <utility>

namespace recap {

/// Content of a file that an operator writes, at most 1 MiB. Throws std::invalid_argument naming
/// the file if it cannot be read or is larger.
[[nodiscard]] std::string content_of(std::filesystem::path const& file);

/// Such a file, read repeatedly for changes. Not thread-safe.
class SmallFile {
public:
  /// Reads nothing yet.
  explicit SmallFile(std::filesystem::path path)
      : path_(std::move(path)) {}

  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

  /// The result of `parse` for the content, if the content has changed since the last success; else
  /// null. Throws as content_of() and as `parse`, each time.
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
