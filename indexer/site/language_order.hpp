// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/tree.hpp"

#include <string>
#include <vector>

namespace recap::indexer {

/// The keys of the table `languages` of Hugo and Zola, by their `weight`; none for nullptr.
[[nodiscard]] std::vector<std::string> languages_by_weight(metadata::Node const* languages);

/// Moves `first` to the beginning, or adds it there; does nothing if it is empty.
void put_first(std::vector<std::string>& languages, std::string const& first);

} // namespace recap::indexer
