// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_address.hpp"
#include "metadata/metadata.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace recap::indexer {

/// A key that no front matter can have: what the site says of the article's folder is unknown.
inline constexpr std::string_view unread_folder = " unread folder";

/// The bool that a value in YAML or TOML means; nullopt for anything else.
[[nodiscard]] std::optional<bool> truth_of(metadata::Entry const& entry);

/// True for an article that its site does not publish. Throws Unreadable with the line of an
/// unreadable key that decides it.
[[nodiscard]] bool is_draft(metadata::Entries const& metadata, std::string_view path,
                            SiteStyle const& style);

/// True for an article that its site publishes after `now`: `publishDate`; with Hugo and Jekyll
/// also `date`, with Jekyll the day before the name of the file, unless its configuration says to
/// build it.
[[nodiscard]] bool is_scheduled(metadata::Entries const& metadata, std::string_view path,
                                SiteStyle const& style, std::chrono::sys_seconds now);

/// True for an article whose `expiryDate` is over at `now`.
[[nodiscard]] bool is_expired(metadata::Entries const& metadata, SiteStyle const& style,
                              std::chrono::sys_seconds now);

/// False for a file that its generator makes no page of, as the site's configuration has it: in no
/// folder of articles, and of Jekyll without front matter, or a post without a date.
[[nodiscard]] bool is_page(metadata::Entries const& stated, SitePlace const& place,
                           SiteStyle const& style);

} // namespace recap::indexer
