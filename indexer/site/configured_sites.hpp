// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/configuration_text.hpp"
#include "indexer/site/site_configuration.hpp"

namespace recap::indexer {

// What the configurations of generators say, for site_configuration.cpp. Each fills in `site`,
// whose root, file and preset are known.

void configure_hugo(ConfigurationText const& text, ConfiguredSite& site);
void configure_jekyll(ConfigurationText const& text, ConfiguredSite& site);
void configure_docusaurus(ConfigurationText const& text, ConfiguredSite& site);
void configure_vitepress(ConfigurationText const& text, ConfiguredSite& site);
void configure_astro(ConfigurationText const& text, ConfiguredSite& site);
void configure_mkdocs(ConfigurationText const& text, ConfiguredSite& site);
void configure_eleventy(ConfigurationText const& text, ConfiguredSite& site);
void configure_zola(ConfigurationText const& text, ConfiguredSite& site);

} // namespace recap::indexer
