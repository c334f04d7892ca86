// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/preset.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// The placeholders of Hugo's `permalinks` (https://gohugo.io/content-management/urls/), except
/// names of months and weekdays, Go's time formats and parts of `:sections[...]`.
[[nodiscard]] Placeholders hugo_placeholders();

/// Where Hugo has `page`, from `/`, percent-encoded: lower case, hyphens for spaces, a slash
/// behind. `pattern` is that of its section, or empty; pages of sections (`_index`) keep their
/// path.
[[nodiscard]] std::string hugo_address(SitePage const& page, SiteStyle const& style,
                                       std::string_view pattern);

/// A stated path with its placeholders filled; one that does not begin with `/` is below the
/// page's language.
[[nodiscard]] std::string hugo_stated(std::string_view stated, SitePage const& page,
                                      SiteStyle const& style);

} // namespace recap::indexer
