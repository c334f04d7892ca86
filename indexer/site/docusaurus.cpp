// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/docusaurus.hpp"

#include "indexer/site/address.hpp"
#include "indexer/site/plain_sites.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace recap::indexer {
namespace docusaurus {
namespace {

constexpr std::string_view digits = "0123456789";

/// `name` of `02-name` and `2021-name`; unchanged for `2021-03-name` and `1.2 name`, which are
/// dates and versions.
std::string_view without_number(std::string_view name) {
  auto const number = std::min(name.find_first_not_of(digits), name.size());
  auto const sign = name.find_first_not_of(" ", number);
  if (number == 0 || sign == std::string_view::npos) return name;
  auto const rest = name.find_first_not_of("-_.", sign);
  if (rest == std::string_view::npos || rest == sign) return name;
  bool const version = sign == number && rest == sign + 1 && text::is_digit(name[rest]);
  auto const begin = name.find_first_not_of(' ', rest);
  return version || begin == std::string_view::npos ? name : name.substr(begin);
}

std::string without_numbers(std::string_view folder) {
  std::string out;
  while (!folder.empty()) {
    auto const end = std::min(folder.find('/'), folder.size());
    out.append(without_number(folder.substr(0, end))).append("/");
    folder.remove_prefix(std::min(end + 1, folder.size()));
  }
  return out;
}

bool stands_for_folder(std::string_view folder, std::string_view name) {
  std::string const lower = text::lowered(name);
  if (lower == "index" || lower == "readme") return true;
  if (folder.empty()) return false;
  return lower == text::lowered(split_path(folder.substr(0, folder.size() - 1)).second);
}

/// `slug` relative to `folder`, with `.` and `..` resolved.
std::string resolved(std::string_view folder, std::string_view slug) {
  std::string out(folder);
  while (slug.starts_with("./") || slug.starts_with("../")) {
    if (slug.starts_with("../") && !out.empty())
      out = split_path(std::string_view(out).substr(0, out.size() - 1)).first;
    slug.remove_prefix(slug.find('/') + 1);
  }
  return out.append(slug);
}

/// The address of a document below the route, without a slash at the beginning.
std::string document(SitePage const& page) {
  auto const [folder, name] = split_path(page.path);
  std::string const clean = without_numbers(folder);
  if (page.slug.starts_with('/')) return page.slug.substr(1);
  if (page.slug.empty() && stands_for_folder(folder, name)) return clean;
  std::string const last = !page.slug.empty() ? page.slug
                           : !page.id.empty() ? page.id
                                              : std::string(without_number(name));
  return resolved(clean, last);
}

/// Begin and end of the last `2021-03-04`, `2021/03/04` or `2021-3-4` in a path; 0 and 0 without.
std::pair<std::size_t, std::size_t> date_in(std::string_view path) {
  auto const part = [&](std::size_t at, std::size_t least, std::size_t most) {
    auto const end = std::min(path.find_first_not_of(digits, at), path.size());
    auto const bytes = std::min(end - std::min(at, end), most);
    return bytes >= least ? bytes : 0;
  };
  constexpr std::size_t year = 4;
  for (auto at = path.size(); at-- > 0;) {
    auto end = at;
    bool found = true;
    for (int field = 0; field < 3 && found; ++field) {
      if (field > 0) {
        found = end < path.size() && (path[end] == '-' || path[end] == '/');
        ++end;
      }
      auto const bytes = !found ? 0 : field == 0 ? part(end, year, year) : part(end, 1, 2);
      found = bytes > 0;
      end += bytes;
    }
    if (found) return {at, end};
  }
  return {0, 0};
}

std::string post(SitePage const& page) {
  if (!page.slug.empty()) return page.slug.starts_with('/') ? page.slug.substr(1) : page.slug;
  std::string path = page.path;
  constexpr std::string_view index = "/index";
  if (path.ends_with(index)) path.resize(path.size() - index.size());
  auto const [begin, end] = date_in(path);
  if (end == 0) return path;
  std::string date = path.substr(begin, end - begin);
  std::ranges::replace(date, '-', '/');
  auto text = path.substr(end);
  if (text.starts_with('-') || text.starts_with('/')) text.erase(0, 1);
  return date + '/' + path.substr(0, begin) + text;
}

} // namespace
} // namespace docusaurus

std::string docusaurus_address(SitePage const& page, SiteStyle const& style,
                               std::string_view pattern) {
  SitePage placed = page;
  bool const is_post = page.folder == "blog" || page.folder.ends_with("-content-blog");
  bool const is_page = page.folder == "src/pages" || page.folder.ends_with("-content-pages");
  if (is_page) return page_address(page, style, pattern);
  placed.path = is_post ? docusaurus::post(page) : docusaurus::document(page);
  if (placed.path.empty() || placed.path.ends_with('/')) return '/' + percent_encoded(placed.path);
  return filled_pattern(pattern.empty() ? page_pattern(style) : pattern, placed,
                        path_placeholders());
}

} // namespace recap::indexer
