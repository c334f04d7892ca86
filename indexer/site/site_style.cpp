// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_style.hpp"

#include "indexer/site/preset.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>

namespace recap::indexer {
namespace {

struct NamedPattern {
  std::string_view name;
  std::string_view pattern;
};

/// Jekyll's patterns, by its names.
constexpr auto named_patterns = std::to_array<NamedPattern>({
    {"date", "/:categories/:year/:month/:day/:title:output_ext"},
    {"pretty", "/:categories/:year/:month/:day/:title/"},
    {"ordinal", "/:categories/:year/:y_day/:title:output_ext"},
    {"none", "/:categories/:title:output_ext"},
});

[[noreturn]] void refuse(std::string const& written, std::string const& reason) {
  throw std::invalid_argument('"' + written + "\": " + reason);
}

/// Folder and pattern of `posts=/:year/:slug/`. The folder is empty for `/=/:slug/`, the pattern of
/// pages outside the folders.
std::optional<std::pair<std::string, std::string>> folder_pattern(std::string_view written) {
  auto const equals = written.find('=');
  if (equals == std::string_view::npos || written.find(':') < equals) return std::nullopt;
  std::string_view folder = written.substr(0, equals);
  while (folder.starts_with('/'))
    folder.remove_prefix(1);
  while (folder.ends_with('/'))
    folder.remove_suffix(1);
  std::string_view const pattern = written.substr(equals + 1);
  if (!pattern.starts_with('/'))
    refuse(std::string(written), "a pattern begins with /, as in posts=/:year/:slug/");
  if (folder.find('/') != std::string_view::npos)
    refuse(std::string(written), "name the first folder alone, as in posts=/:year/:slug/");
  return std::pair(std::string(folder), std::string(pattern));
}

void check_pattern(std::string const& pattern, Preset const& preset) {
  auto const known = preset.placeholders();
  auto const unknown = unknown_placeholder(pattern, known);
  if (!unknown) return;
  std::string names;
  for (auto const& placeholder : known)
    names.append(" :").append(placeholder.name);
  refuse(pattern, *unknown + " is not a placeholder of " + std::string(preset.title) +
                      "; these are:" + names);
}

void set_pages(SiteStyle& style, std::string const& written) {
  auto const* const named = std::ranges::find(named_patterns, written, &NamedPattern::name);
  if (auto const* const preset = preset_named(written)) {
    style.addresses = preset;
    style.pattern.clear();
  } else if (named != named_patterns.end()) {
    style.addresses = preset_named("jekyll");
    style.pattern = named->pattern;
  } else if (written.starts_with('/')) {
    // Without placeholders of its own, a generator uses patterns as Jekyll's posts do.
    if (style.addresses->placeholders == nullptr || is_site(*style.addresses, "hugo"))
      style.addresses = preset_named("jekyll");
    style.pattern = written;
  } else {
    refuse(written, "write one of " + preset_names() +
                        ", date, pretty, ordinal, none, a pattern that begins with /, or "
                        "FOLDER=PATTERN");
  }
}

/// FNV-1a of all members.
std::uint64_t digest(KnownPages const& pages) {
  std::uint64_t hash = 0xcbf29ce484222325;
  auto const take = [&](std::string const& text) {
    for (char const c : text + '\0')
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  };
  for (auto const& [key, page] : pages) {
    take(key);
    take(page.address);
    take(page.date);
  }
  return hash;
}

} // namespace

SiteStyle site_style(std::vector<std::string> const& written, SiteStyle base) {
  SiteStyle style = std::move(base);
  std::string pages;
  std::map<std::string, std::string> folders;
  for (auto const& each : written) {
    if (auto folder = folder_pattern(each)) {
      if (!folders.insert(*folder).second) refuse(each, "its folder already has a pattern");
      continue;
    }
    if (!pages.empty())
      refuse(each, "the site already has the style " + pages + "; give one of them");
    pages = each;
    set_pages(style, each);
  }
  for (auto const& [folder, pattern] : folders) {
    if (style.addresses->placeholders == nullptr)
      refuse(folder + '=' + pattern,
             "also give --url-style hugo or jekyll, because they read patterns differently");
    check_pattern(pattern, *style.addresses);
    style.folders[folder] = pattern;
  }
  if (style.addresses->placeholders != nullptr) check_pattern(style.pattern, *style.addresses);
  if (style.site == &no_generator()) style.site = style.addresses;
  return style;
}

HeadingStyle const& heading_style_of(SiteStyle const& style) {
  return style.headings != nullptr ? *style.headings : heading_style(style.site->anchors);
}

std::string to_string(SiteStyle const& style) {
  std::string text(style.site->name);
  text.append(" ").append(style.addresses->name).append(" ").append(style.pattern);
  text.append(" ").append(heading_style_of(style).name);
  for (auto const& [folder, pattern] : style.folders)
    text.append(" ").append(folder).append("=").append(pattern);
  for (auto const& language : style.languages)
    text.append(",").append(language);
  for (auto const& language : style.disabled_languages)
    text.append("-").append(language);
  text.append(" ").append(style.time_zone);
  for (auto const& content : style.content)
    text.append(" ")
        .append(content.folder)
        .append(":")
        .append(content.route)
        .append(":")
        .append(content.language)
        .append(":")
        .append(content.of_preset);
  for (auto const& each : style.defaults) {
    text.append(" ").append(each.folder).append(std::to_string(static_cast<int>(each.of)));
    for (auto const& path : each.paths)
      text.append("|").append(path);
    for (auto const* const target : {&each.target_path, &each.target_kind, &each.target_language})
      text.append("|").append(*target);
    for (auto const& entry : each.metadata) {
      text.append(";").append(entry.key);
      for (auto const& value : entry.values)
        text.append("=").append(value);
    }
  }
  if (style.pages) text.append(" ").append(std::to_string(digest(*style.pages)));
  for (bool const flag : {style.configured, style.future, style.needs_front_matter})
    text += flag ? '1' : '0';
  std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

bool is_language_code(std::string_view code) {
  return code.size() >= 2 && text::is_letter(code[0]) && text::is_letter(code[1]) &&
         std::ranges::all_of(code, [](char c) { return text::is_alphanumeric(c) || c == '-'; });
}

} // namespace recap::indexer
