// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/article.hpp"
#include "indexer/field_rules.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// The article of one line of JSON: `id`, and `text`, `markdown` or `html`; the other keys as in
/// front matter. Throws Unreadable naming `line`.
[[nodiscard]] Article json_article(std::string_view json, std::size_t line, Origin const& origin);

/// The keys of the object, as written. Throws Unreadable as json_article() does.
[[nodiscard]] std::vector<std::string> json_keys(std::string_view json, std::size_t line);

} // namespace recap::indexer
