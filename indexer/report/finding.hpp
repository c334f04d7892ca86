// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace recap::indexer {

/// Severity: an error keeps an article out of the index, a warning deserves attention, a note does
/// not fail a check.
enum class Level { error, warning, note };

/// A finding of a check.
struct Finding {
  Level level = Level::warning;
  std::string rule; ///< short and stable: `front-matter`, `broken-link`, ...
  std::string path;
  std::size_t line = 0;   ///< 0 = the whole file
  std::size_t column = 0; ///< 0 = the whole line
  std::string message;
};

enum class FindingFormat { text, json, github };

/// Prints findings as `path:line:column: level: message`, as a JSON array, or as GitHub
/// annotations.
void print_findings(std::ostream& out, std::vector<Finding> const& findings, FindingFormat format);

} // namespace recap::indexer
