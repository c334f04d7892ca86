// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/jekyll.hpp"

#include "indexer/site/address.hpp"
#include "indexer/site/plain_sites.hpp"
#include "metadata/date.hpp"
#include "metadata/values.hpp"
#include "text/ascii.hpp"
#include "text/forms.hpp"
#include "text/one_line.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace jekyll {
namespace {

/// Keeps letters, digits and `kept`; replaces runs of anything else by a hyphen, and drops these at
/// the ends.
std::string hyphenated(std::string_view text, std::string_view kept) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const next = text::decode(text, at);
    std::string_view const bytes = text.substr(at, next.end - at);
    at = next.end;
    if (text::slug_character(next.character) || kept.find(bytes) != std::string_view::npos) {
      out += bytes;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (out.ends_with('-'))
    out.pop_back();
  return out;
}

/// The folders above `_posts` and the stated categories, in this order, each once.
std::string categories(SitePage const& page) {
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
    if (std::ranges::find(once, text::lowered(category)) == once.end())
      once.push_back(text::lowered(category));
  }
  std::string joined;
  for (auto const& category : once)
    joined += (joined.empty() ? "" : "/") + category;
  return joined;
}

/// The file name without the date before it.
std::string file_name(SitePage const& page) {
  std::string name = split_path(page.path).second;
  return is_post(page.path) ? name.substr(metadata::dated_name_bytes) : name;
}

std::string slug_or_file_name(SitePage const& page) {
  return page.slug.empty() ? file_name(page) : page.slug;
}

std::string title(SitePage const& page) {
  return hyphenated(slug_or_file_name(page), "._~!$&'()+,;=@");
}

std::string slug(SitePage const& page) {
  return text::lowered(hyphenated(slug_or_file_name(page), ""));
}

std::string name(SitePage const& page) {
  return text::lowered(hyphenated(split_path(page.path).second, ""));
}

std::string base_name(SitePage const& page) {
  return split_path(page.path).second;
}

std::string collection(SitePage const& page) {
  auto const folder = first_folder(page.path);
  return std::string(folder.starts_with('_') ? folder.substr(1) : "");
}

std::string path(SitePage const& page) {
  auto const folder = first_folder(page.path);
  return folder.starts_with('_') ? page.path.substr(folder.size() + 1) : page.path;
}

std::string without_zero(std::string const& digits) {
  return digits.starts_with('0') ? digits.substr(1) : digits;
}

std::string short_year(SitePage const& page) {
  return page.date.empty() ? "" : page.date.substr(2, 2);
}

std::string short_month(SitePage const& page) {
  return without_zero(month_of(page));
}

std::string short_day(SitePage const& page) {
  return without_zero(day_of(page));
}

std::string year_day(SitePage const& page) {
  if (page.date.empty()) return "";
  constexpr std::size_t digits = 3;
  std::string const day = std::to_string(day_of_year(page));
  return std::string(digits - day.size(), '0') + day;
}

std::string html_ending(SitePage const&) {
  return ".html";
}

constexpr auto placeholders = std::to_array<Placeholder>({
    {"categories", categories},
    {"year", year_of},
    {"short_year", short_year},
    {"month", month_of},
    {"i_month", short_month},
    {"day", day_of},
    {"i_day", short_day},
    {"y_day", year_day},
    {"title", title},
    {"slug", slug},
    {"name", name},
    {"collection", collection},
    {"path", path},
    {"basename", base_name},
    {"output_ext", html_ending},
});

} // namespace
} // namespace jekyll

Placeholders jekyll_placeholders() {
  return jekyll::placeholders;
}

bool is_post(std::string_view path) {
  return metadata::date_before(split_path(path).second).has_value();
}

std::string jekyll_address(SitePage const& page, SiteStyle const& style, std::string_view pattern) {
  std::string_view const posts = page_pattern(style);
  if (!pattern.empty()) return filled_pattern(pattern, page, jekyll::placeholders);
  if (is_post(page.path)) return filled_pattern(posts, page, jekyll::placeholders);
  std::string const place = page.path.substr(jekyll::collection(page).empty() ? 0 : 1);
  auto const [folder, file] = split_path(place);
  if (is_index(file)) return '/' + percent_encoded(folder);
  std::string_view const ending = posts.ends_with(":output_ext") ? ".html"
                                  : posts.ends_with('/')         ? "/"
                                                                 : "";
  return ('/' + percent_encoded(place)).append(ending);
}

std::string jekyll_stated(std::string_view stated, SitePage const& page, SiteStyle const&) {
  return filled_pattern(stated, page, jekyll::placeholders);
}

std::vector<std::string> categories_of(metadata::Entry const& entry) {
  bool const text = entry.kind == metadata::Entry::Kind::text && !entry.values.empty();
  auto all = text ? metadata::split(text::one_line(entry.values.front()), ' ') : entry.values;
  std::erase(all, "");
  return all;
}

} // namespace recap::indexer
