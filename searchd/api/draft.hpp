// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"

#include <optional>
#include <string_view>

namespace recap::api {

enum class DraftFormat { markdown, plain, json };

/// What a Content-Type says of a draft: `text/markdown`, `text/plain` or `application/json`, in
/// UTF-8; nothing for any other.
[[nodiscard]] std::optional<DraftFormat> draft_format(std::string_view content_type);

/// The draft in a body. JSON: an object with `body` (Markdown) and, as they are known, the members
/// of an article but `id`, `url` and `date`; throws search::BadRequest for anything else in it.
/// Any format throws for what is not UTF-8, and for lists of more than `most_listed`.
[[nodiscard]] index::Record read_draft(DraftFormat format, std::string_view body);

} // namespace recap::api
