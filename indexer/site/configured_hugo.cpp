// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "indexer/site/folder_defaults.hpp"
#include "indexer/site/language_order.hpp"
#include "indexer/site/preset.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace recap::indexer {
namespace hugo {
namespace {

namespace fs = std::filesystem;
using metadata::Node;

constexpr auto endings = std::to_array<std::string_view>({".toml", ".yaml", ".yml", ".json"});

/// Settings that may have a file of their own.
constexpr auto parts =
    std::to_array<std::string_view>({"languages", "permalinks", "cascade", "markup", "module"});

/// Folders of settings, in the order of precedence. By default, Hugo builds for `production`.
constexpr auto folders = std::to_array<std::string_view>({"config/production", "config/_default"});

std::optional<ConfigurationText> readable_file(fs::path const& file) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return std::nullopt;
  ConfigurationText text(file);
  require_readable(text, file);
  return text;
}

/// All settings: those of `text`, and those of the folder `config`.
ConfigurationText all_settings(ConfigurationText const& text, fs::path const& root) {
  ConfigurationText all;
  for (auto const folder : folders) {
    for (std::string_view const name : {"hugo", "config"}) {
      for (auto const ending : endings) {
        if (auto const file = readable_file(root / folder / std::string(name).append(ending)))
          all.inherit(*file);
      }
    }
    for (auto const part : parts) {
      for (auto const ending : endings) {
        if (auto const file = readable_file(root / folder / std::string(part).append(ending)))
          all.inherit(*file, part);
      }
    }
  }
  all.inherit(text);
  return all;
}

void set_permalinks(Node const* permalinks, SiteStyle& style) {
  for (std::size_t i = 0; permalinks != nullptr && i < permalinks->keys.size(); ++i) {
    auto const& value = *permalinks->children[i];
    if (value.kind == Node::Kind::text)
      add_folder_pattern(style, permalinks->keys[i].name, value.text);
    else if (permalinks->keys[i].name == "page")
      set_permalinks(&value, style);
  }
}

void set_languages(ConfigurationText const& text, SiteStyle& style) {
  auto const* const languages = text.node({"languages"});
  auto names = languages_by_weight(languages);
  auto const first = text::fold(text.value({"defaultcontentlanguage"}));
  put_first(names, first.empty() && names.empty() ? "en" : first);
  style.disabled_languages = text.values({"disablelanguages"});
  for (auto const& name : names) {
    auto const* const one = languages == nullptr ? nullptr : child_of(*languages, name);
    if (one == nullptr) continue;
    auto const* const folder = child_of(*one, "contentdir");
    if (folder != nullptr && !folder->text.empty())
      style.content.push_back({.folder = trimmed_path(folder->text), .language = name});
    auto const* const disabled = child_of(*one, "disabled");
    if (disabled != nullptr && disabled->text == "true") style.disabled_languages.push_back(name);
  }
  // After `none`, the first language of the site also gets a prefix.
  if (text.value({"defaultcontentlanguageinsubdir"}) == "true") names.insert(names.begin(), "none");
  style.languages = std::move(names);
}

} // namespace
} // namespace hugo

void configure_hugo(ConfigurationText const& file, ConfiguredSite& site) {
  auto& style = site.style;
  auto const text = hugo::all_settings(file, site.root);
  site.base_url = text.value({"baseurl"});
  if (auto const folder = text.value({"contentdir"}); !folder.empty())
    style.content.front().folder = trimmed_path(folder);
  hugo::set_languages(text, style);
  hugo::set_permalinks(text.node({"permalinks"}), style);
  style.future = text.value({"buildfuture"}) == "true";
  if (text.value({"markup", "goldmark", "parser", "autoheadingid"}) == "false")
    style.headings = &heading_style("none");
  site.expressions = text.values({"ignorefiles"});
  check_expressions("ignoreFiles", site);
  if (auto const* const mounts = text.node({"module", "mounts"}); mounts != nullptr)
    site.problems.push_back(
        {site.file.lexically_normal().string(), mounts->line,
         "mounts are not read; name the files that they exclude with --exclude"});
  if (auto const* const cascade = text.node({"cascade"}); cascade != nullptr)
    add_cascade(*cascade, style.content.front().folder, site);
  std::vector<std::string> folders;
  for (auto const& content : style.content)
    folders.push_back(content.folder);
  for (auto const& folder : folders)
    read_cascades(folder, site);
  for (auto const& folder : folders)
    hide_sections(folder, site);
}

} // namespace recap::indexer
