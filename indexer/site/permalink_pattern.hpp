// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_page.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace recap::indexer {

/// A placeholder in a pattern of addresses, `:name`.
struct Placeholder {
  std::string_view name; ///< without the colon
  std::string (*value)(SitePage const& page);
};
using Placeholders = std::span<Placeholder const>;

/// `pattern` with its placeholders filled in, percent-encoded; other words with a colon are kept.
/// An empty value leaves no double slash.
[[nodiscard]] std::string filled_pattern(std::string_view pattern, SitePage const& page,
                                         Placeholders known);

/// The first word after a colon in `pattern` that is not in `known`, with any brackets after it.
[[nodiscard]] std::optional<std::string> unknown_placeholder(std::string_view pattern,
                                                             Placeholders known);

} // namespace recap::indexer
