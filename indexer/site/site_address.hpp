// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/hugo.hpp"
#include "indexer/site/site_page.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// How a site makes addresses.
struct SiteStyle {
  enum class Generator { none, hugo, jekyll };
  Generator generator = Generator::none;           ///< none: paths as they are
  std::string posts;                               ///< Jekyll's pattern of posts
  std::map<std::string, std::string> folders = {}; ///< patterns by first folder
  /// Of Hugo, the one without a prefix first.
  std::vector<std::string> languages = {"en", "ko"};
  std::string time_zone = "UTC"; ///< Of Jekyll, whose addresses have days of it
};

/// `written` is any number of `FOLDER=PATTERN` and at most one of `path`, `hugo`, a named pattern
/// of Jekyll (`jekyll`, which is its default, `date pretty ordinal none`) and a pattern of posts,
/// which begins with `/`. Throws std::invalid_argument, saying what to write, for anything else,
/// also a placeholder that is not known.
[[nodiscard]] SiteStyle site_style(std::vector<std::string> const& written);

/// The same for the same style.
[[nodiscard]] std::string to_string(SiteStyle const& style);

/// True for a code such as `ko` or `pt-br`.
[[nodiscard]] bool is_language_code(std::string_view code);

/// A file's path without its ending, and the language that tells apart its translations, if the
/// site's generator has any.
[[nodiscard]] Translation translation_of(std::string_view path, SiteStyle const& style);

/// Where a site of this style has `page`, from `/`, percent-encoded. `index` and `_index` stand for
/// their folder.
[[nodiscard]] std::string site_address(SitePage const& page, SiteStyle const& style);

/// A path that a page states, as its generator reads it: placeholders filled, and with Hugo one
/// that does not begin with `/` below its language.
[[nodiscard]] std::string stated_path(std::string_view stated, SitePage const& page,
                                      SiteStyle const& style);

} // namespace recap::indexer
