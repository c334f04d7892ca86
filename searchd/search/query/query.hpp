// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"
#include "searchd/search/query/query_tokens.hpp"
#include "searchd/search/request.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// A parsed query. Grammar (operators in upper case, as in docs/query-language.md):
///
///     any     = all { "OR" all }
///     all     = clause { [ "AND" ] clause }
///     clause  = [ "-" | "NOT" ] primary { "NEAR" [ "/" n ] primary }
///     primary = "(" any ")" | [ field ":" ] ( word [ "*" ] | '"' words '"' | "(" any ")" | range )
struct Node {
  enum class Kind {
    words,   ///< `text` as typed, outside quotes
    phrase,  ///< `text` between quotes
    prefix,  ///< `text` without its `*`
    range,   ///< `from` and `to` of a year or date; either may be empty
    all_of,  ///< every child
    any_of,  ///< one child at least
    none_of, ///< not its one child
    near,    ///< both children within `distance` words, in any order
  };
  Kind kind = Kind::words;
  std::optional<index::FieldId> field;
  std::string text;
  std::string from;
  std::string to;
  std::size_t distance = 0;
  std::size_t position = 0; ///< first byte in q
  std::vector<Node> children;
};

/// Parses `q`; returns an all_of without children for an empty query. Text that is clearly prose is
/// words (`c++`, a lone dash, `what?`); an operator that is clearly misused throws BadQuery with
/// its position. A dash before a word for which `is_option` is true does not exclude it.
[[nodiscard]] Node parse_query(std::string_view q, QueryLimits const& limits,
                               IsOption const& is_option = {});

/// Parses `q` as words without operators. Throws BadRequest beyond the limits.
[[nodiscard]] Node plain_words(std::string_view q, QueryLimits const& limits);

} // namespace recap::search
