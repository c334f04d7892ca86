// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_address.hpp"
#include "metadata/metadata.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace recap::indexer {

/// A key that no front matter can have. It marks an article whose folder the site does not publish,
/// or has rules that cannot be read.
inline constexpr std::string_view kept_out_folder = " kept out folder";

/// The truth value that an entry states, as in YAML and TOML; nullopt for any other value.
[[nodiscard]] std::optional<bool> truth_of(metadata::Entry const& entry);

/// True for an article that its site does not publish. Throws Unreadable with the line of an
/// unreadable key that decides it.
[[nodiscard]] bool is_draft(metadata::Entries const& metadata, std::string_view path,
                            SiteStyle const& style);

/// True for an article that its site does not publish before a moment after `now`: `publishDate`,
/// with Hugo and Jekyll also `date`, with Jekyll also the date before the file name. False if the
/// site builds future articles.
[[nodiscard]] bool is_scheduled(metadata::Entries const& metadata, std::string_view path,
                                SiteStyle const& style, std::chrono::sys_seconds now);

/// True if entries such as these can keep an article out of the index.
[[nodiscard]] bool may_hide(metadata::Entries const& metadata);

/// True for an article whose `expiryDate` has passed at `now`.
[[nodiscard]] bool is_expired(metadata::Entries const& metadata, SiteStyle const& style,
                              std::chrono::sys_seconds now);

/// False for a file from which the generator builds no page: outside the folders of articles, in a
/// disabled language, and with Jekyll without front matter or a post without a date.
[[nodiscard]] bool is_page(metadata::Entries const& stated, SitePlace const& place,
                           SiteStyle const& style);

/// True for the page that a server shows instead of a missing one: `404` at the root of the site or
/// of one of its languages, or at that address.
[[nodiscard]] bool is_error_page(metadata::Entries const& metadata, SitePlace const& place,
                                 SiteStyle const& style);

} // namespace recap::indexer
