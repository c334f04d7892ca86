// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/parse/parser_pool.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// The messages to and from a parser process.
[[nodiscard]] std::string pack_task(RawArticle const& raw, SourceFile const& file, ParseGoal goal);
[[nodiscard]] Parsed unpack_result(std::string_view message);

/// The main loop of a parser process: performs tasks, each within the limits of `options`.
void serve_parser(int descriptor, ReadOptions const& options);

/// Why an article is skipped whose parser was killed by `signal`.
[[nodiscard]] std::string reason_of_death(int signal, ReadOptions const& options);

} // namespace recap::indexer
