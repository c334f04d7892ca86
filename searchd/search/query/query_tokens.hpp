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

/// A lexical element of the query language.
struct QueryToken {
  enum class Kind { word, phrase, open, close, op_and, op_or, op_not, op_near, field, end };
  Kind kind = Kind::end;
  std::string text;                    ///< of a word or phrase
  std::size_t position = 0;            ///< first byte in q
  std::optional<index::FieldId> field; ///< of a `name:` that introduces what follows
  std::size_t distance = 0;            ///< of NEAR
};

/// Whether a word behind a dash is an option of a command (`tar -xvf`) and not excluded.
using IsOption = std::function<bool(std::string_view word)>;

/// Splits `q`; the last token is `end`. `is_option` is asked about words that begin with a letter
/// and have words before them; an empty one says no. Throws BadRequest for a field without a
/// value and for a NEAR with a bad distance.
[[nodiscard]] std::vector<QueryToken> query_tokens(std::string_view q, IsOption const& is_option);

} // namespace recap::search
