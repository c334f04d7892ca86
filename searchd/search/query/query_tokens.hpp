// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// A token of the query language.
struct QueryToken {
  enum class Kind { word, phrase, open, close, op_and, op_or, op_not, op_near, field, end };
  Kind kind = Kind::end;
  std::string text;                    ///< of a word or phrase
  std::size_t position = 0;            ///< first byte in q
  std::optional<index::FieldId> field; ///< of a `name:` before it
  std::size_t distance = 0;            ///< of NEAR
};

/// Whether a word after a dash is a command-line option (`tar -xvf`), and not excluded.
using IsOption = std::function<bool(std::string_view word)>;

/// Splits `q`; the last token is `end`. Calls `is_option`, if it is not empty, for words that begin
/// with a letter and follow other words. Throws BadRequest for a field without a value and for a
/// NEAR with an invalid distance.
[[nodiscard]] std::vector<QueryToken> query_tokens(std::string_view q, IsOption const& is_option);

} // namespace recap::search
