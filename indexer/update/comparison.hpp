// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/report/progress.hpp"
#include "indexer/report/report.hpp"
#include "indexer/sources/source_list.hpp"
#include "indexer/sources/state.hpp"
#include "indexer/update/changes.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recap::indexer {

/// Compares the sources with the records of the last run, article by article, and passes the
/// differences on. Adds counts and skips to the report.
class Comparison {
public:
  /// `known`: the sources of the index; empty for a rebuild. `changes` may be called from compare()
  /// and afterwards from the pool.
  Comparison(State known, ReadOptions const& options, Changes& changes, Report& report);

  /// Compares the files in order and waits for the parsers. `files` must outlive the Comparison.
  void compare(std::vector<SourceFile> const& files, ParserPool& pool, Progress& progress);

  /// Removes the articles of the index that are no longer in the sources.
  void remove_vanished();

  /// Records for the next run, complete when every Put is done.
  [[nodiscard]] std::deque<KnownFile> const& notes() const { return next_; }
  /// True for the id of an article in the sources.
  [[nodiscard]] bool has(std::string const& id) const { return owners_.contains(id); }
  /// True if articles that cannot be read now keep their last indexed versions.
  [[nodiscard]] bool keeps_earlier() const { return keeps_earlier_; }
  [[nodiscard]] std::uint64_t articles() const { return articles_; }
  [[nodiscard]] std::uint64_t body_words() const { return body_words_; }

private:
  /// A file being compared.
  struct Visit {
    SourceFile const* file = nullptr;
    KnownFile const* before = nullptr; ///< or nullptr
    std::size_t note = 0;              ///< its place in the records
    std::vector<Skip> skips = {};
    bool is_scheduled = false; ///< has an article that is scheduled
  };

  void take(SourceFile const& file, ParserPool& pool);
  void read(Visit& visit, ParserPool& pool);
  void receive(Visit& visit, std::size_t line, std::string hash, Parsed parsed);
  void take_unchanged(Visit& visit, std::size_t line, KnownArticle const& article);
  void finish(Visit& visit);
  bool keep_earlier(Visit const& visit);
  void judge_broken_links();
  void keep_not_listed();
  bool claim(Visit& visit, std::string const& id, std::size_t line);
  void keep(Visit const& visit, KnownArticle const& article);

  State known_;
  ReadOptions const& options_;
  Changes& changes_;
  Report& report_;
  Progress* progress_ = nullptr; ///< while it compares
  std::size_t not_listed_ = 0;   ///< skips before the comparison: places that could not be listed
  std::deque<Visit> visits_;
  std::deque<KnownFile> next_;
  std::unordered_map<std::string, std::string_view> owners_; ///< id -> file, of this run
  std::map<std::string_view, std::string_view> vanished_;    ///< id -> file, not seen yet
  std::uint64_t body_words_ = 0;
  std::uint64_t articles_ = 0;
  bool keeps_earlier_ = false;
};

} // namespace recap::indexer
