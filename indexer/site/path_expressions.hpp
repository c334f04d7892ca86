// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct URegularExpression;

namespace recap::indexer {

/// Regular expressions of file paths, in the syntax of ICU, which has what Go's has except `(?P<`
/// and `\z`. For one thread.
class PathExpressions {
public:
  PathExpressions() = default;
  /// Throws std::invalid_argument with the expression that is not one.
  explicit PathExpressions(std::vector<std::string> const& expressions);

  /// True if one of them is found anywhere in `path`. One that takes longer than about a tenth of a
  /// second counts as found.
  [[nodiscard]] bool match(std::string_view path) const;

  [[nodiscard]] bool empty() const { return expressions_.empty(); }

private:
  struct Close {
    void operator()(URegularExpression* expression) const;
  };
  std::vector<std::unique_ptr<URegularExpression, Close>> expressions_;
};

} // namespace recap::indexer
