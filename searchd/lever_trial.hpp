// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/insights/report.hpp"
#include "searchd/options.hpp"
#include "searchd/rule_file.hpp"
#include "searchd/search/engine.hpp"

#include <string>
#include <vector>

namespace recap {

/// The files of levers that `options` name, with nothing read yet.
[[nodiscard]] LeverFiles lever_files(Options const& options);

/// What `changed` files would do to the first ten results of `queries`: for each query of which
/// these or the total would be others, which article would come, go and move, in lines for people.
/// `engine` has the levers in force, and has them again afterwards. Throws std::invalid_argument
/// with `file:line: reason` for a file that cannot be taken.
[[nodiscard]] std::string try_levers(search::Engine& engine, LeverFiles changed,
                                     std::vector<insights::QueryRow> const& queries);

/// The same for the files of `--try` and the hundred queries that `--insights` says were asked most
/// in the last 30 days. Throws std::invalid_argument that names the option for what is none.
[[nodiscard]] std::string try_levers(Options const& options);

} // namespace recap
