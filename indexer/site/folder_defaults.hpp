// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/configuration_text.hpp"
#include "indexer/site/site_configuration.hpp"
#include "metadata/tree.hpp"

#include <string>

namespace recap::indexer {

// Metadata that sites give to all articles of a folder, added to SiteStyle::defaults, the deepest
// folder last. If a file or a rule cannot be read, the articles of its folder become drafts, and
// ConfiguredSite::problems says so.

/// Hugo's `cascade`, a map or a list of maps.
void add_cascade(metadata::Node const& cascade, std::string const& folder, ConfiguredSite& site);

/// The cascade of each `_index` file below `folder` of the project.
void read_cascades(std::string const& folder, ConfiguredSite& site);

/// Hides the sections below `folder` of the project whose `_index` file, or a cascade for it,
/// states that the section is a draft, has expired or is scheduled. Hugo and Zola publish nothing
/// in such a section, whatever its articles state. Call it after read_cascades().
void hide_sections(std::string const& folder, ConfiguredSite& site);

/// `defaults` of Jekyll's configuration. `source` is the folder of its files, `collections` that of
/// its collections.
void add_jekyll_defaults(ConfigurationText const& text, std::string const& source,
                         std::string const& collections, SiteStyle& style);

/// Eleventy's `posts/posts.json` and `posts/posts.11tydata.json` below `folder` of the project.
void read_directory_data(std::string const& folder, ConfiguredSite& site);

} // namespace recap::indexer
