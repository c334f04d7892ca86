// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// Patterns of files to leave out, as git reads them: `*` and `?` stay within a name, `**` goes
/// across folders, `/` at the begin or in the middle ties a pattern to the folder of the rules, `/`
/// at the end means folders only, `!` takes back, `#` begins a comment. The last pattern that
/// matches decides.
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
