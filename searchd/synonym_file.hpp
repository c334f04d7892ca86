// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/query/synonyms.hpp"
#include "searchd/small_file.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace recap {

/// The file given as `--synonyms`; its form is in docs/synonyms.md. Not thread-safe.
class SynonymFile {
public:
  /// Nothing is read yet.
  explicit SynonymFile(std::filesystem::path path)
      : file_(std::move(path)) {}

  /// What the file says, when that is something else than the last time; else null. Throws
  /// std::invalid_argument with `file:line: reason` for a file that cannot be taken, each time.
  [[nodiscard]] std::shared_ptr<search::Synonyms const> read_if_changed();

  [[nodiscard]] std::filesystem::path const& path() const { return file_.path(); }

private:
  SmallFile file_;
};

} // namespace recap
