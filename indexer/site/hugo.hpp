// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/permalink_pattern.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// The placeholders of Hugo's `permalinks` (https://gohugo.io/content-management/urls/), except
/// names of months and weekdays, Go's time formats and parts of `:sections[...]`.
[[nodiscard]] Placeholders hugo_placeholders();

/// A file's place on a multilingual site.
struct Translation {
  std::string path;     ///< without the language
  std::string language; ///< as it stands in addresses, or empty
};

/// `a/post` and `ko` of `a/post.ko` and of `ko/a/post`, if `ko` is one of `languages` (in any
/// case).
[[nodiscard]] Translation translation_of(std::string_view path,
                                         std::vector<std::string> const& languages);

/// Where Hugo has `page`, from `/`, percent-encoded: lower case, hyphens for spaces, a slash
/// behind. `pattern` is that of its section, or empty; pages of sections (`_index`) keep their
/// path.
[[nodiscard]] std::string hugo_address(SitePage const& page, std::string_view pattern);

} // namespace recap::indexer
