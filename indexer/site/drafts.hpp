// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_address.hpp"
#include "metadata/metadata.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace recap::indexer {

/// The bool that a value in YAML or TOML means; nullopt for anything else.
[[nodiscard]] std::optional<bool> truth_of(metadata::Entry const& entry);

/// True for an article that its site does not publish. Throws Unreadable with the line of an
/// unreadable key that decides it.
[[nodiscard]] bool is_draft(metadata::Entries const& metadata, std::string_view path,
                            SiteStyle const& style);

/// True for an article that its site publishes after `now`: `publishDate`; with Hugo and Jekyll
/// also `date`, with Jekyll the day before the name of the file, unless they were told to build it.
[[nodiscard]] bool is_scheduled(metadata::Entries const& metadata, std::string_view path,
                                SiteStyle const& style, std::chrono::sys_seconds now);

} // namespace recap::indexer
