// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/template.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace recap::web {

/// The texts of the interface in one language, from assets/LANGUAGE.json.
class Wording {
public:
  /// Throws std::logic_error for a language without a file.
  explicit Wording(std::string_view language);

  /// All texts, for templates.
  [[nodiscard]] Json const& all() const { return words_; }

  [[nodiscard]] std::string operator[](std::string_view key) const;

  /// `key`_one or `key`_other, with `{n}` replaced by the number.
  [[nodiscard]] std::string counted(std::string_view key, std::size_t n) const;

  /// `key` with `{n}` replaced by the number.
  [[nodiscard]] std::string with_number(std::string_view key, std::size_t n) const;

  /// The parts of `key` around its `{q}`: `before`, `after`.
  [[nodiscard]] Json around(std::string_view key) const;

  /// All `mistake_CODE`, the texts for mistakes in a query: `code`, `label`.
  [[nodiscard]] Json mistakes() const;

  /// A filter value for display: names of seasons and languages, topics without hyphens.
  [[nodiscard]] std::string value(std::string_view field, std::string const& value) const;

  /// A day for display. `iso` is `YYYY-MM-DD`; anything else is returned as it is.
  [[nodiscard]] std::string day(std::string const& iso) const;

private:
  Json words_;
};

} // namespace recap::web
