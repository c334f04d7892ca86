// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// Jekyll's own pattern of the addresses of posts.
constexpr std::string_view jekyll_pattern = "/:categories/:year/:month/:day/:title:output_ext";

/// What the address of a page is made of where it is not stated.
struct SitePage {
  std::string path; ///< in the source folder, `/` between names, without the ending
  std::string date; ///< `YYYY-MM-DD` that it states; empty = the one before its file's name
  std::string slug; ///< that it states, or empty
  std::vector<std::string> categories = {}; ///< that it states
};

/// True for `path` (folders as they are), `hugo`, and a pattern of Jekyll, which begins with `/`.
[[nodiscard]] bool is_url_style(std::string_view style);

/// Where a site of this style has `page`, from `/`, percent-encoded. `index` and `_index` stand for
/// their folder. With a pattern, a post is a file with a date before its name; pages keep their
/// path and end as the pattern does.
[[nodiscard]] std::string site_address(SitePage const& page, std::string_view style);

/// `pattern` with Jekyll's placeholders `:categories :year :short_year :month :i_month :day :i_day
/// :title :slug :output_ext` filled, percent-encoded, for a page with a date; other words with a
/// colon stay.
[[nodiscard]] std::string filled_pattern(std::string_view pattern, SitePage const& page);

} // namespace recap::indexer
