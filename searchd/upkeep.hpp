// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/access.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/key_file.hpp"
#include "searchd/rule_file.hpp"
#include "searchd/search/engine.hpp"

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace recap {

/// Files that could not be used, with the reasons. Thread-safe.
class Troubles {
public:
  /// Records why the file of `what` cannot be used; an empty `sentence` clears that. Returns
  /// whether the sentence is new.
  bool tell(std::string const& what, std::string const& sentence);

  /// All sentences.
  [[nodiscard]] std::vector<std::string> all() const;

private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> sentences_;
};

/// The objects to keep up to date. All must outlive the Upkeep.
struct Kept {
  search::Engine& engine;
  api::Access& access;
  api::Authors& authors;
  Troubles& troubles;
};

/// The files to watch; an empty path is none.
struct KeptFiles {
  LeverFiles levers;
  RuleFile<api::AuthorTable> authors;
  KeyFile keys;
};

/// Applies changes on disk: generations, levers, names of authors and keys. Not thread-safe.
class Upkeep {
public:
  /// Reads the files. Throws std::invalid_argument if the keys are invalid. Any other invalid file
  /// counts as empty, because after a restart a search without pins is better than none; the log
  /// and the troubles have the reason.
  Upkeep(Kept kept, KeptFiles files);

  /// Checks once. If a file is invalid, the current state is kept; the reason is logged once and
  /// recorded in the troubles.
  void look();

private:
  template <typename Step>
  void attempt(std::string const& what, Step const& step);
  void switch_generation();
  void read_rule_files();
  template <typename Rules>
  bool read_rules(RuleFile<Rules>& file, std::string const& what);
  void read_pins();
  void name_unknown_articles() const;
  void read_authors();
  void read_keys();

  Kept kept_;
  KeptFiles files_;
  std::set<std::string> taken_; ///< what was read successfully at least once
};

} // namespace recap
