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

/// What could not be taken up and is still as it was before. Any thread may call it.
class Troubles {
public:
  /// `sentence` says why `what` is not as its file wants it; empty = it is. Whether that is news.
  bool tell(std::string const& what, std::string const& sentence);

  /// All sentences.
  [[nodiscard]] std::vector<std::string> all() const;

private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> sentences_;
};

/// What is kept up to date, and what is told about it. All have to outlive the Upkeep.
struct Kept {
  search::Engine& engine;
  api::Access& access;
  api::Authors& authors;
  Troubles& troubles;
};

/// The files that are looked at; one with an empty path is none.
struct KeptFiles {
  LeverFiles levers;
  RuleFile<api::AuthorTable> authors;
  KeyFile keys;
};

/// Takes up what has changed on disk: generations, levers, names of authors and keys. Not
/// thread-safe.
class Upkeep {
public:
  /// Reads the files. Throws std::invalid_argument if the keys cannot be used. Another file that
  /// cannot be used is treated as empty, because a search without pins is better than none after a
  /// restart at night; it is logged and told to the troubles.
  Upkeep(Kept kept, KeptFiles files);

  /// Looks once. What cannot be taken up is left as it was, logged once and told to the troubles.
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
  std::set<std::string> taken_; ///< what was taken up at least once
};

} // namespace recap
