// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/template.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace recap::web {

/// The words of the interface in one language, from assets/LANGUAGE.json.
class Wording {
public:
  /// Throws std::logic_error for a language without a file.
  explicit Wording(std::string_view language);

  /// All of them, for templates.
  [[nodiscard]] Json const& all() const { return words_; }

  [[nodiscard]] std::string operator[](std::string_view key) const;

  /// `key`_one or `key`_other, with `{n}` replaced by the number.
  [[nodiscard]] std::string counted(std::string_view key, std::size_t n) const;

  /// `key` with `{n}` replaced by the number.
  [[nodiscard]] std::string with_number(std::string_view key, std::size_t n) const;

  /// `key` around its `{q}`: `before`, `after`.
  [[nodiscard]] Json around(std::string_view key) const;

  /// `mistake_CODE`, the words for mistakes in a query where there are any: `code`, `label`.
  [[nodiscard]] Json mistakes() const;

  /// A value of a filter for people: seasons and languages by name, topics without hyphens.
  [[nodiscard]] std::string value(std::string_view field, std::string const& value) const;

  /// A day as people write it; `iso` is `YYYY-MM-DD`, and comes back as it is where it is not.
  [[nodiscard]] std::string day(std::string const& iso) const;

private:
  Json words_;
};

} // namespace recap::web
