// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/access.hpp"
#include "searchd/small_file.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace recap {

/// The file given as `--keys`; its form is in docs/security.md. Not thread-safe.
class KeyFile {
public:
  /// Nothing is read yet.
  explicit KeyFile(std::filesystem::path path)
      : file_(std::move(path)) {}

  /// The keys, if the file has changed since the last success; else null. Throws
  /// std::invalid_argument with `file:line: reason` for an invalid file, each time. Messages never
  /// contain a key.
  [[nodiscard]] std::shared_ptr<api::Keys const> read_if_changed();

  /// Whether any user of this machine may read the file.
  [[nodiscard]] bool is_open_to_all() const;

  [[nodiscard]] std::filesystem::path const& path() const { return file_.path(); }

private:
  SmallFile file_;
};

} // namespace recap
