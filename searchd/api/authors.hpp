// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recap::api {

/// How readers see an author.
struct Author {
  std::string name;
  std::string url; ///< http or https; empty = none
};

/// The table of `--authors`: names for the values of the field `author`. Immutable.
class AuthorTable {
public:
  AuthorTable() = default;

  /// `version`: differs for other content.
  explicit AuthorTable(std::string version)
      : version_(std::move(version)) {}

  /// False if `id` has a row already. Two ids are equal if they are equal for the filter `author`.
  [[nodiscard]] bool add(std::string_view id, Author author);

  /// Null if the table has no row for the author called `id` in the index.
  [[nodiscard]] Author const* find(std::string_view id) const;

  /// The name of the author called `id` in the index; `id` itself if the table does not have it.
  [[nodiscard]] std::string name_of(std::string_view id) const;

  /// Whether it has a name for one of these authors.
  [[nodiscard]] bool names_one_of(std::vector<std::string> const& ids) const;

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::string const& version() const { return version_; }

private:
  std::map<std::string, Author> rows_; ///< by the term of the id
  std::string version_;
};

/// The table in use. Thread-safe.
class Authors {
public:
  /// Responses to later requests have the names of this table.
  void use(std::shared_ptr<AuthorTable const> table);

  /// Never null.
  [[nodiscard]] std::shared_ptr<AuthorTable const> table() const;

private:
  mutable std::mutex mutex_;
  std::shared_ptr<AuthorTable const> table_ = std::make_shared<AuthorTable const>();
};

} // namespace recap::api
