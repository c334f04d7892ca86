// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/hugo.hpp"

#include "indexer/site/address.hpp"
#include "text/forms.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace recap::indexer {
namespace hugo {
namespace {

/// The part of a path that Hugo makes of a name or title.
std::string hugo_path(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const next = text::decode(text, at);
    at = next.end;
    bool const sign = next.character < 0x80 &&
                      std::string_view("./\\_#+~-@").find(static_cast<char>(next.character)) !=
                          std::string_view::npos;
    auto const kept = sign ? next.character : text::slug_character(next.character);
    if (!kept) {
      space = space || (next.character == ' ' && !out.empty() && !out.ends_with('-'));
      continue;
    }
    if (space && *kept != '-') out += '-';
    space = false;
    text::append(out, *kept);
  }
  return out;
}

/// Folder and name of a page. If the page is a folder, the name is its last part; for a section it
/// is empty.
std::pair<std::string, std::string> parts_of(std::string_view path) {
  auto [folder, name] = split_path(path);
  if (name == "_index" || (name == "index" && folder.empty())) return {folder, ""};
  if (name == "index") {
    folder.pop_back();
    std::tie(folder, name) = split_path(folder);
  }
  return {folder, name};
}

std::string file_name(SitePage const& page) {
  return hugo_path(parts_of(page.path).second);
}

std::string title(SitePage const& page) {
  return page.title.empty() ? file_name(page) : hugo_path(page.title);
}

std::string slug_or_title(SitePage const& page) {
  return page.slug.empty() ? title(page) : hugo_path(page.slug);
}

std::string slug_or_file_name(SitePage const& page) {
  return page.slug.empty() ? file_name(page) : hugo_path(page.slug);
}

std::string section(SitePage const& page) {
  return hugo_path(first_folder(parts_of(page.path).first));
}

std::string sections(SitePage const& page) {
  std::string folder = hugo_path(parts_of(page.path).first);
  if (!folder.empty()) folder.pop_back();
  return folder;
}

std::string year_day(SitePage const& page) {
  return std::to_string(day_of_year(page));
}

constexpr auto placeholders = std::to_array<Placeholder>({
    {"year", year_of},
    {"month", month_of},
    {"day", day_of},
    {"yearday", year_day},
    {"section", section},
    {"sections", sections},
    {"title", title},
    {"slug", slug_or_title},
    {"filename", file_name},
    {"contentbasename", file_name},
    {"slugorfilename", slug_or_file_name},
    {"slugorcontentbasename", slug_or_file_name},
});

/// `/ko` for a page in Korean; empty for the first language of the site.
std::string language_prefix(SitePage const& page, SiteStyle const& style) {
  bool const first = page.language.empty() || style.languages.empty() ||
                     page.language == text::fold(style.languages.front());
  return first ? "" : '/' + page.language;
}

} // namespace
} // namespace hugo

Placeholders hugo_placeholders() {
  return hugo::placeholders;
}

std::string hugo_address(SitePage const& page, SiteStyle const& style, std::string_view pattern) {
  auto const [folder, name] = hugo::parts_of(page.path);
  std::string address =
      name.empty() ? percent_encoded(hugo::hugo_path('/' + folder))
      : pattern.empty()
          ? percent_encoded(hugo::hugo_path('/' + folder) + hugo::slug_or_file_name(page))
          : filled_pattern(pattern, page, hugo::placeholders);
  if (!address.ends_with('/')) address += '/';
  return hugo::language_prefix(page, style) + address;
}

std::string hugo_stated(std::string_view stated, SitePage const& page, SiteStyle const& style) {
  bool const relative = !stated.starts_with('/') && scheme_of(stated).empty();
  std::string const prefix = relative ? hugo::language_prefix(page, style) : "";
  return prefix + (prefix.empty() ? "" : "/") + filled_pattern(stated, page, hugo::placeholders);
}

} // namespace recap::indexer
