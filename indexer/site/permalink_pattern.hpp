// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_page.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace recap::indexer {

/// `:name` in a pattern of addresses, and its value.
struct Placeholder {
  std::string_view name; ///< without the colon
  std::string (*value)(SitePage const& page);
};
using Placeholders = std::span<Placeholder const>;

/// `pattern` with its placeholders filled in, percent-encoded; other words with a colon are kept.
/// An empty part leaves no double slash.
[[nodiscard]] std::string filled_pattern(std::string_view pattern, SitePage const& page,
                                         Placeholders known);

/// The first word with a colon in `pattern` that is not among `known`, with brackets after it.
[[nodiscard]] std::optional<std::string> unknown_placeholder(std::string_view pattern,
                                                             Placeholders known);

} // namespace recap::indexer
