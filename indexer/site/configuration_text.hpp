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

/// JavaScript with its comments replaced by spaces, except in string literals.
[[nodiscard]] std::string without_comments(std::string code);

/// The string literals of a list in JavaScript.
struct WrittenList {
  std::vector<std::string> values;
  bool computed = false; ///< the list or one of its items is not a literal
};

/// The configuration file of a site: a tree if it is YAML, TOML or JSON, else JavaScript, from
/// which only literals are read.
class ConfigurationText {
public:
  /// An empty tree.
  ConfigurationText() = default;

  /// If the file is larger than a MiB or cannot be read or parsed, only problem() has a value.
  explicit ConfigurationText(std::filesystem::path const& file);

  [[nodiscard]] std::string const& text() const { return text_; }

  /// Why the file cannot be read, with the line.
  [[nodiscard]] std::optional<metadata::Unreadable> const& problem() const { return problem_; }

  /// Adds the keys that only `parent` has, below `key` unless that is empty. Maps that both have
  /// are merged.
  void inherit(ConfigurationText const& parent, std::string_view key = {});

  /// The value at a path of keys, each in lower case; nullptr if there is none.
  [[nodiscard]] metadata::Node const* node(std::vector<std::string_view> const& keys) const;

  /// The text or number there; empty if there is none.
  [[nodiscard]] std::string value(std::vector<std::string_view> const& keys) const;

  /// The texts of the list there, or the single text in place of a list.
  [[nodiscard]] std::vector<std::string> values(std::vector<std::string_view> const& keys) const;

  /// In JavaScript, the literal of the first `key: 'value'` or `key: true`.
  [[nodiscard]] std::optional<std::string> written(std::string_view key) const;

  /// True if JavaScript has `key: word` anywhere.
  [[nodiscard]] bool has_written(std::string_view key, std::string_view word) const;

  /// As written(), in the first `part: {...}` that has the key.
  [[nodiscard]] std::optional<std::string> written_in(std::string_view part,
                                                      std::string_view key) const;

  /// In JavaScript, the list of the first `key: ['a', 'b']`.
  [[nodiscard]] WrittenList written_list(std::string_view key) const;

  /// The same in the first `part: {...}` that has the key.
  [[nodiscard]] WrittenList written_list_in(std::string_view part, std::string_view key) const;

  /// In JavaScript, the first argument of each `call('a')`.
  [[nodiscard]] WrittenList written_arguments(std::string_view call) const;

private:
  std::string text_;
  std::shared_ptr<metadata::Node const> tree_;
  std::optional<metadata::Unreadable> problem_;
};

/// Throws std::runtime_error, `FILE:LINE: reason`, if `text`, read from `file`, has a problem.
/// Treating such a configuration as empty would publish what it excludes. JavaScript is accepted,
/// because only its literals are read anyway.
void require_readable(ConfigurationText const& text, std::filesystem::path const& file);

} // namespace recap::indexer
