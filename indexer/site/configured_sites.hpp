// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/configuration_text.hpp"
#include "indexer/site/site_configuration.hpp"

namespace recap::indexer {

// Reading the configuration of each generator, for site_configuration.cpp. Each function completes
// `site`, whose root, file and preset are set. They throw as find_site() does.

void configure_hugo(ConfigurationText const& text, ConfiguredSite& site);
void configure_jekyll(ConfigurationText const& text, ConfiguredSite& site);
void configure_docusaurus(ConfigurationText const& text, ConfiguredSite& site);
void configure_vitepress(ConfigurationText const& text, ConfiguredSite& site);
void configure_astro(ConfigurationText const& text, ConfiguredSite& site);
void configure_mkdocs(ConfigurationText const& text, ConfiguredSite& site);
void configure_eleventy(ConfigurationText const& text, ConfiguredSite& site);
void configure_zola(ConfigurationText const& text, ConfiguredSite& site);

/// The path of a folder without `./` before it and slashes at its ends; empty for `.`.
[[nodiscard]] std::string trimmed_path(std::string_view path);

/// A host and a path as one address; empty without a host.
[[nodiscard]] std::string joined_url(std::string host, std::string_view path);

/// Reports a rule of the configuration that is not read.
void note_unread(ConfiguredSite& site, std::string reason);

/// Throws as find_site() does if an expression in `site`, from the setting `key`, is invalid.
void check_expressions(std::string_view key, ConfiguredSite const& site);

/// The names of the folders in a folder, ascending; none if it cannot be read.
[[nodiscard]] std::vector<std::string> folders_in(std::filesystem::path const& path);

/// Sets the pattern of a folder, unless it has unknown placeholders.
void add_folder_pattern(SiteStyle& style, std::string const& folder, std::string const& pattern);

/// Excludes files by a pattern of path_glob.hpp relative to `folder` of the project; `!` before the
/// pattern includes them again.
void exclude_in(ConfiguredSite& site, std::string const& folder, std::string_view pattern);

/// Excludes files in `folder` by the list `key` of a program, and reports items that are not
/// literals.
void exclude_written(ConfiguredSite& site, std::string const& folder, std::string_view key,
                     WrittenList const& list);

} // namespace recap::indexer
