// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/preset.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// The placeholders of Hugo's `permalinks` (https://gohugo.io/content-management/urls/), except
/// names of months and weekdays, Go's time formats and parts of `:sections[...]`.
[[nodiscard]] Placeholders hugo_placeholders();

/// Hugo's address of `page`, from `/`, percent-encoded: lower case, hyphens for spaces, a slash at
/// the end. `pattern` is that of its section, or empty; section pages (`_index`) keep their path.
[[nodiscard]] std::string hugo_address(SitePage const& page, SiteStyle const& style,
                                       std::string_view pattern);

/// A stated path with its placeholders filled in; without `/` at its beginning, it is relative to
/// the language of the page.
[[nodiscard]] std::string hugo_stated(std::string_view stated, SitePage const& page,
                                      SiteStyle const& style);

} // namespace recap::indexer
