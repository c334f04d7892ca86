// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/heading_ids.hpp"

#include "indexer/site/slugs.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace recap::indexer {
namespace {

using Text = HeadingStyle::Text;
using Repeated = HeadingStyle::Repeated;
using Own = HeadingStyle::Own;

std::string zola_slug(std::string_view text) {
  return ascii_slug(text).value_or("");
}

/// Taken from pages that the generators built: tests/indexer/site/built.
constexpr auto rows = std::to_array<HeadingStyle>({
    {.name = "github", .slug = github_slug, .text = Text::with_alt, .of_html = true},
    {.name = "docusaurus", .slug = github_slug, .text = Text::with_alt, .from_level = 2},
    {.name = "astro",
     .slug = github_slug,
     .cuts_last_hyphen = true,
     .least_dash = 2,
     .most_dash = 2},
    {.name = "hugo", .slug = hugo_heading_slug, .text = Text::written, .own = Own::when_met},
    {.name = "kramdown",
     .slug = kramdown_slug,
     .repeated = Repeated::by_name,
     .least_dash = 2,
     .most_dash = 3},
    {.name = "vitepress",
     .slug = vitepress_slug,
     .own = Own::when_met,
     .references_stay = true,
     .emoji_names_go = true},
    {.name = "python-markdown",
     .slug = python_slug,
     .repeated = Repeated::underlined,
     .own = Own::all},
    {.name = "python-markdown-unicode",
     .slug = python_unicode_slug,
     .repeated = Repeated::underlined,
     .own = Own::all},
    {.name = "markdown-it-anchor", .slug = markdown_it_slug, .own = Own::when_met},
    {.name = "zola", .slug = zola_slug, .own = Own::all},
    {.name = "none", .slug = nullptr},
});

} // namespace

std::span<HeadingStyle const> heading_styles() {
  return rows;
}

HeadingStyle const& heading_style(std::string_view name) {
  auto const* const found = std::ranges::find(rows, name, &HeadingStyle::name);
  if (found != rows.end()) return *found;
  std::string names;
  for (auto const& row : rows)
    names.append(names.empty() ? "" : ", ").append(row.name);
  throw std::invalid_argument('"' + std::string(name) + "\" is not one of " + names);
}

std::string HeadingIds::make(std::string_view text) {
  if (style_.slug == nullptr) return {};
  std::string id = style_.slug(text);
  if (style_.repeated == Repeated::underlined) return underlined(std::move(id));
  // An empty id is not used, but the second one is `-1`, except with kramdown and Zola.
  bool const none = id.empty() && style_.repeated == Repeated::by_name;
  if (none) return {};
  std::string free = id;
  if (style_.repeated == Repeated::by_name) {
    auto const [at, first] = seen_.emplace(id, 0);
    if (!first) free.append("-").append(std::to_string(++at->second));
  } else {
    while (seen_.contains(free))
      free = id + '-' + std::to_string(++seen_[id]);
    seen_.emplace(free, 0);
  }
  if (style_.cuts_last_hyphen && free.ends_with('-')) free.pop_back();
  return free;
}

std::string HeadingIds::underlined(std::string id) {
  while (id.empty() || seen_.contains(id)) {
    auto const digits = id.find_last_not_of("0123456789") + 1;
    bool const counted = digits > 0 && digits < id.size() && id[digits - 1] == '_';
    unsigned long const number =
        counted && id.size() - digits < 9 ? std::stoul(id.substr(digits)) : 0;
    auto name = counted ? id.substr(0, digits - 1) : std::move(id);
    auto& taken = underlined_[name];
    auto const next = std::max(number, taken) + 1;
    if (next == taken + 1) taken = next;
    id = std::move(name.append("_").append(std::to_string(next)));
  }
  seen_.emplace(id, 0);
  return id;
}

} // namespace recap::indexer
