// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/options.hpp"

namespace recap {

/// The options of the pages, for add_options().
void add_page_options(CLI::App& app, Options& options);

/// What of them stands in files or has to fit together, for read_options(), and throws as it does.
void read_page_options(Options& options);

} // namespace recap
