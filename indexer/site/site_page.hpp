// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recap::indexer {

/// The parts from which the address of a page is formed.
struct SitePage {
  std::string path;       ///< below `folder`, `/` between names, without the ending
  std::string title = {}; ///< stated, or empty
  std::string date = {};  ///< `YYYY-MM-DD`, or empty
  std::string slug = {};  ///< stated, or empty
  std::vector<std::string> categories = {}; ///< stated
  std::string language = {}; ///< from the name or folder of the file, and not in `path`; or empty
  std::string id = {};       ///< stated, or empty
  std::string folder = {};   ///< that `path` is below, by the preset's name
  std::string route = {};    ///< beginning of the addresses of this folder, or empty
};

/// Folder, with a trailing slash unless empty, and name.
[[nodiscard]] std::pair<std::string, std::string> split_path(std::string_view path);

/// `a` for `a/b/c`; empty for a page outside the folders.
[[nodiscard]] std::string_view first_folder(std::string_view path);

/// True for `index` and `_index`, which stand for their folder.
[[nodiscard]] bool is_index(std::string_view name);

/// Digits of a page's date, two for months and days; empty without a date.
[[nodiscard]] std::string year_of(SitePage const& page);
[[nodiscard]] std::string month_of(SitePage const& page);
[[nodiscard]] std::string day_of(SitePage const& page);

/// 1 to 366; 0 without a date.
[[nodiscard]] unsigned day_of_year(SitePage const& page);

} // namespace recap::indexer
