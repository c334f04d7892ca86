// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"

#include <cstddef>
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

/// Splits `q`; the last token is `end`. Throws BadRequest for a field without a
/// value and for a NEAR with a bad distance.
[[nodiscard]] std::vector<QueryToken> query_tokens(std::string_view q);

} // namespace recap::search
