// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace recap::configuration {

/// Declares `--config FILE`: a TOML file (1.0, by toml++) with the options of `app`, named without
/// dashes. A value is a string, number or bool, or a list of these.
void declare_file(CLI::App& app);

/// Parses the command line, and the file that declare_file() declared; the command line takes
/// precedence. Throws CLI::ParseError; for the file with `FILE:LINE: what is wrong`.
void parse(CLI::App& app, int count, char const* const* arguments);

} // namespace recap::configuration
