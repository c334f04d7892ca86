// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_address.hpp"

#include "indexer/site/address.hpp"
#include "indexer/site/jekyll.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

namespace recap::indexer {
namespace {

using Generator = SiteStyle::Generator;

struct NamedStyle {
  std::string_view name;
  Generator generator;
  std::string_view posts;
};

constexpr std::string_view dated = "/:categories/:year/:month/:day/:title:output_ext";

/// The patterns are those that Jekyll has under these names.
constexpr auto named_styles = std::to_array<NamedStyle>({
    {"path", Generator::none, ""},
    {"hugo", Generator::hugo, ""},
    {"jekyll", Generator::jekyll, dated},
    {"date", Generator::jekyll, dated},
    {"pretty", Generator::jekyll, "/:categories/:year/:month/:day/:title/"},
    {"ordinal", Generator::jekyll, "/:categories/:year/:y_day/:title:output_ext"},
    {"none", Generator::jekyll, "/:categories/:title:output_ext"},
});

[[noreturn]] void refuse(std::string const& written, std::string const& reason) {
  throw std::invalid_argument('"' + written + "\": " + reason);
}

/// Folder and pattern of `posts=/:year/:slug/`, of `/=/:slug/` the pages beside the folders.
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

Placeholders placeholders_of(Generator generator) {
  return generator == Generator::hugo     ? hugo_placeholders()
         : generator == Generator::jekyll ? jekyll_placeholders()
                                          : Placeholders();
}

void check_pattern(std::string const& pattern, Generator generator) {
  auto const known = placeholders_of(generator);
  auto const unknown = unknown_placeholder(pattern, known);
  if (!unknown) return;
  std::string names;
  for (auto const& placeholder : known)
    names.append(" :").append(placeholder.name);
  refuse(pattern, *unknown + " is not known of " +
                      (generator == Generator::hugo ? "Hugo" : "Jekyll") + "; what is:" + names);
}

void set_pages(SiteStyle& style, std::string const& written) {
  auto const* const named = std::ranges::find(named_styles, written, &NamedStyle::name);
  if (named != named_styles.end()) {
    style.generator = named->generator;
    style.posts = named->posts;
  } else if (written.starts_with('/')) {
    style.generator = Generator::jekyll;
    style.posts = written;
  } else {
    refuse(written,
           "write path, hugo, jekyll, date, pretty, ordinal, none, a pattern of posts that "
           "begins with /, or FOLDER=PATTERN");
  }
}

std::string_view pattern_of(std::string_view folder, SiteStyle const& style) {
  auto found = style.folders.find(std::string(folder));
  // Jekyll's configuration has the name of a collection without the underscore of its folder.
  if (found == style.folders.end() && style.generator == Generator::jekyll &&
      folder.starts_with('_'))
    found = style.folders.find(std::string(folder.substr(1)));
  return found == style.folders.end() ? std::string_view() : found->second;
}

/// `/ko` for pages in Korean beside those in English; empty for the site's first language.
std::string language_prefix(SitePage const& page, SiteStyle const& style) {
  bool const first = page.language.empty() || style.languages.empty() ||
                     page.language == text::fold(style.languages.front());
  return first ? "" : '/' + page.language;
}

} // namespace

SiteStyle site_style(std::vector<std::string> const& written) {
  SiteStyle style;
  std::string pages;
  for (auto const& each : written) {
    if (auto folder = folder_pattern(each)) {
      if (!style.folders.insert(*folder).second) refuse(each, "its folder has a pattern already");
      continue;
    }
    if (!pages.empty())
      refuse(each, "the site has the style " + pages + " already; give one of them");
    pages = each;
    set_pages(style, each);
  }
  for (auto const& [folder, pattern] : style.folders) {
    if (style.generator == Generator::none)
      refuse(folder + '=' + pattern,
             "give --url-style hugo or jekyll too, since they read patterns in their own ways");
    check_pattern(pattern, style.generator);
  }
  check_pattern(style.posts, style.generator);
  return style;
}

std::string to_string(SiteStyle const& style) {
  std::string text = std::to_string(static_cast<int>(style.generator)) + style.posts;
  for (auto const& [folder, pattern] : style.folders)
    text.append(" ").append(folder).append("=").append(pattern);
  for (auto const& language : style.languages)
    text.append(",").append(language);
  if (style.generator == Generator::jekyll) text.append(" ").append(style.time_zone);
  return text;
}

bool is_language_code(std::string_view code) {
  return code.size() >= 2 && text::is_letter(code[0]) && text::is_letter(code[1]) &&
         std::ranges::all_of(code, [](char c) { return text::is_alphanumeric(c) || c == '-'; });
}

Translation translation_of(std::string_view path, SiteStyle const& style) {
  return style.generator == Generator::hugo ? translation_of(path, style.languages)
                                            : Translation{std::string(path), ""};
}

std::string site_address(SitePage const& page, SiteStyle const& style) {
  auto const pattern = pattern_of(first_folder(page.path), style);
  if (style.generator == Generator::jekyll) return jekyll_address(page, style.posts, pattern);
  if (style.generator == Generator::hugo)
    return language_prefix(page, style) + hugo_address(page, pattern);
  auto const [folder, name] = split_path(page.path);
  return '/' + percent_encoded(is_index(name) ? folder : page.path);
}

std::string stated_path(std::string_view stated, SitePage const& page, SiteStyle const& style) {
  if (style.generator == Generator::none) return std::string(stated);
  bool const relative = !stated.starts_with('/') && scheme_of(stated).empty();
  std::string const prefix = relative ? language_prefix(page, style) : "";
  return prefix + (prefix.empty() ? "" : "/") +
         filled_pattern(stated, page, placeholders_of(style.generator));
}

} // namespace recap::indexer
