// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/plain_sites.hpp"

#include "indexer/site/address.hpp"
#include "indexer/site/slugs.hpp"
#include "metadata/date.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace recap::indexer {
namespace plain {
namespace {

std::string path(SitePage const& page) {
  return page.path;
}

constexpr auto placeholders = std::to_array<Placeholder>({{"path", path}});

std::string folder_address(std::string_view folder) {
  return '/' + percent_encoded(folder);
}

/// The last name of `x/a/`: `a`.
std::string last_folder(std::string_view folder) {
  if (folder.empty()) return {};
  return split_path(folder.substr(0, folder.size() - 1)).second;
}

std::string slugged(std::string_view path) {
  std::string out;
  for (bool more = true; more;) {
    auto const end = std::min(path.find('/'), path.size());
    more = end < path.size();
    out += github_slug(path.substr(0, end));
    if (more) out += '/';
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return out;
}

/// True for a title that Eleventy's filters spell as ascii_slug() does: words of digits and ASCII
/// letters in one case, possibly with a capital, between spaces and hyphens. `slugify` also
/// replaces other signs by hyphens, but divides `camelCase`, spells out `&` and drops `'`.
bool is_plain_title(std::string_view title, bool with_signs) {
  std::size_t at = 0;
  while (at < title.size()) {
    if (text::is_alphanumeric(title[at])) {
      auto const rest = title.substr(at);
      auto const end = std::ranges::find_if_not(rest, text::is_alphanumeric) - rest.begin();
      auto const word = rest.substr(0, static_cast<std::size_t>(end));
      bool const lower = std::ranges::none_of(word.substr(1), text::is_upper);
      if (!lower && !std::ranges::all_of(word, text::is_upper)) return false;
      at += word.size();
      continue;
    }
    bool const sign = std::string_view(",.:;!?()\"").find(title[at]) != std::string_view::npos;
    if (title[at] != ' ' && title[at] != '-' && !(sign && with_signs)) return false;
    ++at;
  }
  return !title.empty();
}

/// The value of the code between `{{` and `}}`; nothing if it is not known.
std::optional<std::string> filled(std::string_view code, SitePage const& page) {
  auto const [folder, name] = split_path(page.path);
  auto const undated = [](std::string const& stem) {
    return metadata::date_before(stem) ? stem.substr(metadata::dated_name_bytes) : stem;
  };
  if (code == "page.filePathStem") return '/' + folder + undated(name);
  if (code == "page.fileSlug") return undated(is_index(name) ? last_folder(folder) : name);
  bool const slugify = code == "title | slugify";
  if ((slugify || code == "title | slug") && is_plain_title(page.title, slugify))
    return ascii_slug(page.title);
  return std::nullopt;
}

/// True for code of the template languages of Eleventy other than `{{`.
bool has_other_code(std::string_view address) {
  constexpr auto marks = std::to_array<std::string_view>({"{%", "{#", "<%", "${", "#{", "}}"});
  return std::ranges::any_of(
      marks, [&](std::string_view mark) { return address.find(mark) != std::string_view::npos; });
}

} // namespace
} // namespace plain

Placeholders path_placeholders() {
  return plain::placeholders;
}

std::string_view page_pattern(SiteStyle const& style) {
  return style.pattern.empty() ? style.addresses->pattern : std::string_view(style.pattern);
}

std::string path_address(SitePage const& page, SiteStyle const&, std::string_view) {
  auto const [folder, name] = split_path(page.path);
  return '/' + percent_encoded(is_index(name) ? folder : page.path);
}

std::string page_address(SitePage const& page, SiteStyle const& style, std::string_view pattern) {
  auto const [folder, name] = split_path(page.path);
  if (name == "index") return plain::folder_address(folder);
  return filled_pattern(pattern.empty() ? page_pattern(style) : pattern, page, plain::placeholders);
}

std::string astro_address(SitePage const& page, SiteStyle const& style, std::string_view pattern) {
  if (!page.folder.starts_with("src/content")) return page_address(page, style, pattern);
  SitePage entry = page;
  auto const [folder, name] = split_path(page.path);
  entry.path = plain::slugged(page.path);
  if (!page.slug.empty()) {
    // The name of a collection is a part of its routes, but not of the slugs of its entries.
    bool const collection = page.folder == "src/content";
    entry.path =
        (collection ? std::string(first_folder(page.path)) + '/' : std::string()) + page.slug;
  }
  return page_address(entry, style, pattern);
}

std::string mkdocs_address(SitePage const& page, SiteStyle const& style, std::string_view pattern) {
  auto const [folder, name] = split_path(page.path);
  if (name == "README") return plain::folder_address(folder);
  return page_address(page, style, pattern);
}

std::string eleventy_address(SitePage const& page, SiteStyle const& style,
                             std::string_view pattern) {
  auto const [folder, name] = split_path(page.path);
  if (!name.empty() && name == plain::last_folder(folder)) return plain::folder_address(folder);
  return page_address(page, style, pattern);
}

std::string eleventy_stated(std::string_view stated, SitePage const& page, SiteStyle const&) {
  std::string out;
  while (!stated.empty()) {
    auto const open = std::min(stated.find("{{"), stated.size());
    out += stated.substr(0, open);
    stated.remove_prefix(open);
    if (stated.empty()) break;
    auto const close = stated.find("}}");
    if (close == std::string_view::npos) return {};
    auto const part = plain::filled(text::trimmed(stated.substr(2, close - 2)), page);
    if (!part) return {};
    out += percent_encoded(*part);
    stated.remove_prefix(close + 2);
  }
  if (plain::has_other_code(out)) return {};
  constexpr std::string_view index = "index.html";
  if (out == index || out.ends_with('/' + std::string(index)))
    out.resize(out.size() - index.size());
  return out;
}

} // namespace recap::indexer
