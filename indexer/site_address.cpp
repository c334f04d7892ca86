// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site_address.hpp"

#include "indexer/address.hpp"
#include "indexer/field_rules.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace recap::indexer {
namespace {

constexpr std::size_t date_bytes = 10;

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

/// Letters, digits and `kept`; runs of anything else become one hyphen, none at the ends.
std::string hyphenated(std::string_view text, std::string_view kept) {
  std::string out;
  for (char const c : text) {
    bool const stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       static_cast<unsigned char>(c) >= 0x80 ||
                       kept.find(c) != std::string_view::npos;
    if (stays) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (out.ends_with('-'))
    out.pop_back();
  return out;
}

/// As Hugo does: lower case, a hyphen for white space, without what is neither letter nor digit
/// nor one of a few signs.
std::string hugo_path(std::string_view path) {
  std::string out;
  for (char const c : lower(path)) {
    bool const stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       static_cast<unsigned char>(c) >= 0x80 ||
                       std::string_view("./\\_#+~-@").find(c) != std::string_view::npos;
    if (stays) {
      out += c;
    } else if (c == ' ' && !out.ends_with('-') && !out.ends_with('/')) {
      out += '-';
    }
  }
  return out;
}

/// Folder, with a slash behind it unless empty, and name.
std::pair<std::string, std::string> split_path(std::string_view path) {
  auto const name = path.rfind('/') + 1;
  return {std::string(path.substr(0, name)), std::string(path.substr(name))};
}

bool is_index(std::string_view name) {
  return name == "index" || name == "_index";
}

bool is_post(SitePage const& page) {
  std::string const name = split_path(page.path).second;
  return name.size() > date_bytes + 1 && name[date_bytes] == '-' &&
         parse_date(name.substr(0, date_bytes)).has_value();
}

std::string hugo_address(SitePage const& page) {
  auto [folder, name] = split_path(page.path);
  // A section has no slug; a page that is a folder has its last part for one.
  bool const section = name == "_index";
  if (is_index(name)) {
    name.clear();
    if (!section && !page.slug.empty() && !folder.empty()) {
      folder.pop_back();
      std::tie(folder, name) = split_path(folder);
    }
  }
  if (!section && !page.slug.empty() && !(folder.empty() && name.empty())) name = page.slug;
  return percent_encoded(hugo_path('/' + folder + name + (name.empty() ? "" : "/")));
}

/// Jekyll's categories: the folders above `_posts`, then those that are stated, each once.
std::string categories_of(SitePage const& page) {
  std::vector<std::string> all;
  auto const posts = ('/' + page.path).find("/_posts/");
  std::string_view above =
      posts == std::string::npos ? "" : std::string_view(page.path).substr(0, posts);
  while (!above.empty()) {
    auto const end = std::min(above.find('/'), above.size());
    all.emplace_back(above.substr(0, end));
    above.remove_prefix(std::min(end + 1, above.size()));
  }
  all.insert(all.end(), page.categories.begin(), page.categories.end());
  std::vector<std::string> once;
  for (auto const& category : all) {
    if (std::ranges::find(once, lower(category)) == once.end()) once.push_back(lower(category));
  }
  std::string joined;
  for (auto const& category : once)
    joined += (joined.empty() ? "" : "/") + category;
  return joined;
}

std::string without_zero(std::string const& digits) {
  return digits.starts_with('0') ? digits.substr(1) : digits;
}

using Values = std::vector<std::pair<std::string_view, std::string>>;

/// What Jekyll's placeholders stand for.
Values values_of(SitePage const& page) {
  std::string name = split_path(page.path).second;
  std::string date = page.date;
  if (is_post(page)) {
    if (date.empty()) date = name.substr(0, date_bytes);
    name.erase(0, date_bytes + 1);
  }
  if (!page.slug.empty()) name = page.slug;
  Values values{{":categories", categories_of(page)},
                {":title", hyphenated(name, "._~!$&'()+,;=@")},
                {":slug", lower(hyphenated(name, ""))},
                {":output_ext", ".html"}};
  bool const dated = date.size() == date_bytes;
  std::string const month = dated ? date.substr(5, 2) : "";
  std::string const day = dated ? date.substr(8, 2) : "";
  values.insert(values.end(), {{":year", date.substr(0, 4)},
                               {":short_year", dated ? date.substr(2, 2) : ""},
                               {":month", month},
                               {":i_month", without_zero(month)},
                               {":day", day},
                               {":i_day", without_zero(day)}});
  return values;
}

} // namespace

bool is_url_style(std::string_view style) {
  return style == "path" || style == "hugo" || style.starts_with('/');
}

std::string filled_pattern(std::string_view pattern, SitePage const& page) {
  Values const values = values_of(page);
  std::string out;
  while (!pattern.empty()) {
    auto const value = std::ranges::find_if(
        values, [&](auto const& entry) { return pattern.starts_with(entry.first); });
    bool const known = value != values.end();
    std::string const part =
        known ? percent_encoded(value->second) : std::string(pattern.substr(0, 1));
    pattern.remove_prefix(known ? value->first.size() : 1);
    // A part that is empty leaves no second slash.
    bool const doubled = out.ends_with('/') && !out.ends_with(":/") && part.starts_with('/');
    out.append(doubled ? part.substr(1) : part);
  }
  return out;
}

std::string site_address(SitePage const& page, std::string_view style) {
  if (style == "hugo") return hugo_address(page);
  bool const jekyll = style.starts_with('/');
  if (jekyll && is_post(page)) return filled_pattern(style, page);
  auto const [folder, name] = split_path(page.path);
  if (is_index(name)) return '/' + percent_encoded(folder);
  std::string_view const ending = !jekyll                          ? ""
                                  : style.ends_with(":output_ext") ? ".html"
                                  : style.ends_with('/')           ? "/"
                                                                   : "";
  return ('/' + percent_encoded(page.path)).append(ending);
}

} // namespace recap::indexer
