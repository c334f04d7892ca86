// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace recap::configuration {

/// Declares `--config FILE`: a TOML file (1.0, by toml++) with the options of `app` by their names
/// without dashes. An option may be a text, number or truth value, or a list of them.
void declare_file(CLI::App& app);

/// Parses the command line, and the file that declare_file() declared; what stands on the command
/// line counts more. Throws CLI::ParseError; of what stands in the file as `FILE:LINE: what is
/// wrong`.
void parse(CLI::App& app, int count, char const* const* arguments);

} // namespace recap::configuration
