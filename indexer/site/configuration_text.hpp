// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/problem.hpp"
#include "metadata/tree.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// JavaScript with space for its comments; what looks like one in a text stays.
[[nodiscard]] std::string without_comments(std::string code);

/// A site's file of configuration: a tree where it is YAML, TOML or JSON, else the code of a
/// program, of which only values that are written out are read.
class ConfigurationText {
public:
  /// A file that cannot be read, is larger than a MiB, or is not understood says nothing but
  /// problem().
  explicit ConfigurationText(std::filesystem::path const& file);

  [[nodiscard]] std::string const& text() const { return text_; }

  /// Why the file is not read, and its line.
  [[nodiscard]] std::optional<metadata::Unreadable> const& problem() const { return problem_; }

  /// The value at a path of keys, each in lower case; nullptr where there is none.
  [[nodiscard]] metadata::Node const* node(std::vector<std::string_view> const& keys) const;

  /// A text or number there; empty without.
  [[nodiscard]] std::string value(std::vector<std::string_view> const& keys) const;

  /// Texts of a list there, or the one that stands instead of it.
  [[nodiscard]] std::vector<std::string> values(std::vector<std::string_view> const& keys) const;

  /// In code, the first value of `key: 'value'`, `key: true` that is written out.
  [[nodiscard]] std::optional<std::string> written(std::string_view key) const;

  /// The same between the braces of the first `part: {`.
  [[nodiscard]] std::optional<std::string> written_in(std::string_view part,
                                                      std::string_view key) const;

  /// In code, the texts of the first `key: ['a', 'b']` that are written out.
  [[nodiscard]] std::vector<std::string> written_list(std::string_view key) const;

private:
  std::string text_;
  std::shared_ptr<metadata::Node const> tree_;
  std::optional<metadata::Unreadable> problem_;
};

} // namespace recap::indexer
