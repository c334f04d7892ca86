// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/access.hpp"
#include "searchd/key_file.hpp"
#include "searchd/rule_file.hpp"
#include "searchd/search/engine.hpp"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace recap {

/// What could not be taken up and is still as it was before. Any thread may call it.
class Troubles {
public:
  /// `reason` why `what` is kept as it is; empty = it is well. Whether that is news.
  bool tell(std::string const& what, std::string const& reason);

  /// A sentence for each.
  [[nodiscard]] std::vector<std::string> all() const;

private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> reasons_;
};

/// Takes up what has changed on disk: generations, levers and keys. Not thread-safe.
class Upkeep {
public:
  /// All but the files have to outlive it; a file with an empty path is none. Reads the files, and
  /// throws std::invalid_argument for one that cannot be taken.
  Upkeep(search::Engine& engine, api::Access& access, Troubles& troubles, LeverFiles levers,
         KeyFile keys);

  /// Looks once. What cannot be taken up is left as it was, logged once and told to the troubles.
  void look();

private:
  template <typename Step>
  void attempt(std::string const& what, Step const& step);
  void switch_generation();
  template <typename Rules>
  bool read_rules(RuleFile<Rules>& file, std::string const& what);
  void read_pins();
  void name_unknown_articles() const;
  void read_keys();

  search::Engine& engine_;
  api::Access& access_;
  Troubles& troubles_;
  LeverFiles levers_;
  KeyFile keys_;
};

} // namespace recap
