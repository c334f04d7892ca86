// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"

#include <optional>
#include <string_view>

namespace recap::api {

enum class DraftFormat { markdown, plain, json };

/// The format that a Content-Type declares for a draft: `text/markdown`, `text/plain` or
/// `application/json`, in UTF-8; nullopt for any other.
[[nodiscard]] std::optional<DraftFormat> draft_format(std::string_view content_type);

/// Parses the draft in a body. JSON: an object with `body` (Markdown) and, optionally, the members
/// of an article except `id`, `url` and `date`; throws search::BadRequest for any other member. All
/// formats throw for invalid UTF-8 and for lists with more than `most_listed` members.
[[nodiscard]] index::Record read_draft(DraftFormat format, std::string_view body);

} // namespace recap::api
