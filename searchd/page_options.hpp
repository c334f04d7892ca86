// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/options.hpp"

namespace recap {

/// Declares the options of the pages, for add_options().
void add_page_options(CLI::App& app, Options& options);

/// Reads their files and checks combinations, for read_options(); throws as that does.
void read_page_options(Options& options);

} // namespace recap
