// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/insights/report.hpp"
#include "searchd/options.hpp"
#include "searchd/rule_file.hpp"
#include "searchd/search/engine.hpp"

#include <string>
#include <vector>

namespace recap {

/// The lever files named by `options`, not yet read.
[[nodiscard]] LeverFiles lever_files(Options const& options);

/// Compares the results of `queries` with the levers of `engine` and with `changed`. Returns a
/// text: for each query whose first ten results or total differ, the articles that would appear,
/// disappear or move. Restores the levers of `engine`. Throws std::invalid_argument with
/// `file:line: reason` for an invalid file.
[[nodiscard]] std::string try_levers(search::Engine& engine, LeverFiles changed,
                                     std::vector<insights::QueryRow> const& queries);

/// The same for the files of `--try` and the hundred most frequent queries of the last 30 days in
/// `--insights`. Throws std::invalid_argument naming the option at fault.
[[nodiscard]] std::string try_levers(Options const& options);

} // namespace recap
