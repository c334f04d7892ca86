// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// Patterns of files to ignore, as in git: `*` and `?` stay within a name, `**` crosses folders,
/// `/` at the beginning or in the middle anchors a pattern at the folder of the rules, `/` at the
/// end matches only folders, `!` negates, `#` begins a comment. The last matching pattern decides.
class IgnoreRules {
public:
  IgnoreRules() = default;
  explicit IgnoreRules(std::vector<std::string> const& lines);

  enum class Verdict { none, ignored, wanted };
  /// `path` is relative to the folder of the rules, `/` between names.
  [[nodiscard]] Verdict verdict(std::string_view path, bool is_folder) const;

private:
  struct Rule {
    std::vector<std::string> names; ///< between the slashes
    bool anchored = false;
    bool folders_only = false;
    bool negated = false;
  };
  std::vector<Rule> rules_;
};

} // namespace recap::indexer
