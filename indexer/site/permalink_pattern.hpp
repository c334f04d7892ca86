// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_page.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace recap::indexer {

/// `:name` in a pattern of addresses and what stands for it.
struct Placeholder {
  std::string_view name; ///< without the colon
  std::string (*value)(SitePage const& page);
};
using Placeholders = std::span<Placeholder const>;

/// `pattern` with its placeholders filled, percent-encoded; other words with a colon stay. A part
/// that is empty leaves no second slash.
[[nodiscard]] std::string filled_pattern(std::string_view pattern, SitePage const& page,
                                         Placeholders known);

/// The first word with a colon in `pattern` that is not among `known`, with what stands in brackets
/// behind it.
[[nodiscard]] std::optional<std::string> unknown_placeholder(std::string_view pattern,
                                                             Placeholders known);

} // namespace recap::indexer
