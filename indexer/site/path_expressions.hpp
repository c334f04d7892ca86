// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct URegularExpression;

namespace recap::indexer {

/// Regular expressions for file paths, in the syntax of ICU. Go's syntax has `(?P<name>)` in
/// addition. For one thread.
class PathExpressions {
public:
  PathExpressions() = default;
  /// Throws std::invalid_argument, which names the invalid expression.
  explicit PathExpressions(std::vector<std::string> const& expressions);

  /// True if an expression matches any part of `path`. One that takes longer than about a tenth of
  /// a second counts as a match.
  [[nodiscard]] bool match(std::string_view path) const;

  [[nodiscard]] bool empty() const { return expressions_.empty(); }

private:
  struct Close {
    void operator()(URegularExpression* expression) const;
  };
  std::vector<std::unique_ptr<URegularExpression, Close>> expressions_;
};

} // namespace recap::indexer
