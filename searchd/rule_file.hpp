// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/authors.hpp"
#include "searchd/search/query/bad_rule.hpp"
#include "searchd/search/query/levers.hpp"
#include "searchd/small_file.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace recap {

/// A file of rules written by editors, checked repeatedly for changes. Not thread-safe.
template <typename Rules>
class RuleFile {
public:
  /// Makes rules from the content of a file. Throws BadRule.
  using Read = Rules (*)(std::string const& content);

  /// Nothing is read yet. An empty path is no file.
  RuleFile(std::filesystem::path path, Read read)
      : file_(std::move(path))
      , read_(read) {}

  /// The rules, if the file has changed since the last success; else null. Throws
  /// std::invalid_argument with `file:line: reason` for an invalid file, each time.
  [[nodiscard]] std::shared_ptr<Rules const> read_if_changed() {
    if (path().empty()) return nullptr;
    return file_.read_if_changed([this](std::string const& content) {
      try {
        return std::make_shared<Rules const>(read_(content));
      } catch (search::BadRule const& error) {
        throw std::invalid_argument(path().string() + ':' + std::to_string(error.line()) + ": " +
                                    error.what());
      }
    });
  }

  [[nodiscard]] std::filesystem::path const& path() const { return file_.path(); }

private:
  SmallFile file_;
  Read read_;
};

/// The form is in docs/synonyms.md.
[[nodiscard]] search::Synonyms read_synonyms(std::string const& content);
/// The form of both is in docs/levers.md.
[[nodiscard]] search::Pins read_pins(std::string const& content);
[[nodiscard]] search::StopWordList read_stop_words(std::string const& content);

/// The form is in docs/embedding.md.
[[nodiscard]] api::AuthorTable read_authors(std::string const& content);

/// The files of `--synonyms`, `--pins` and `--stop-words`.
struct LeverFiles {
  RuleFile<search::Synonyms> synonyms;
  RuleFile<search::Pins> pins;
  RuleFile<search::StopWordList> stop_words;
};

} // namespace recap
