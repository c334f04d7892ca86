// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "searchd/search/match/remote_address.hpp"
#include "searchd/search/query/levers.hpp"
#include "searchd/search/related/related.hpp"
#include "searchd/search/request.hpp"
#include "searchd/search/result.hpp"
#include "searchd/search/suggest/suggest.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace recap::search {

/// Runs requests on the current generation of an index. Thread-safe; a request keeps the generation
/// that it began with.
class Engine {
public:
  /// Opens the generation in CURRENT or, if that is damaged, the newest intact one before it;
  /// refresh() then gives the reason. Throws index::Error.
  explicit Engine(std::filesystem::path folder, QueryLimits limits = {}, RemoteShards remote = {});
  ~Engine();
  Engine(Engine const&) = delete;
  Engine& operator=(Engine const&) = delete;

  /// Throws BadRequest for an invalid request, and index::Error: `damaged` if files are damaged,
  /// `unavailable` while a shard on another host does not respond.
  [[nodiscard]] Result search(Request const& request) const;

  /// Runs several requests on one generation, and returns their results in order. Faster than
  /// separate calls if requests share a text. Throws BadRequest for the first invalid one.
  [[nodiscard]] std::vector<Result> search(std::span<Request const> requests) const;

  /// Completions of the text typed so far. Throws BadRequest for a text longer than QueryLimits
  /// allows, and index::Error(damaged).
  [[nodiscard]] Suggestions suggest(SuggestRequest const& request) const;

  /// The stored article; nullopt if there is none with this id.
  [[nodiscard]] std::optional<index::Record> article(std::string const& id) const;

  /// Up to `limit` articles similar to the one with this id; nullopt if there is none.
  [[nodiscard]] std::optional<RelatedResult> related(std::string const& id,
                                                     std::size_t limit) const;

  /// As related(), for a draft that is not in the index, and is not kept. Uses title, other titles,
  /// authors, topics, year, season, summary and sections, as far as present. Also suggests topics.
  [[nodiscard]] RelatedResult related(index::Record const& draft, std::size_t limit) const;

  [[nodiscard]] std::uint64_t generation() const;
  /// When the current generation was created, as in `2026-11-24T09:30:00Z`.
  [[nodiscard]] std::string created() const;
  [[nodiscard]] std::uint64_t articles() const;

  /// A string that changes whenever answers may: derived from the generation, the checksums of its
  /// files and the levers in use. Also changes if an index was deleted and counts from 1 again.
  [[nodiscard]] std::string version() const;

  /// Searches so far that ran out of time.
  [[nodiscard]] std::uint64_t partial() const;

  /// Searches that begin from now on use these; the other levers stay.
  void use(std::shared_ptr<Synonyms const> synonyms);
  void use(std::shared_ptr<Pins const> pins);
  void use(std::shared_ptr<StopWordList const> stop_words);
  [[nodiscard]] Levers levers() const;

  /// Switches to the generation that CURRENT names, if it is another one, or to the newest intact
  /// one, if files of the generation in use were cut short. Returns whether it switched. Throws
  /// index::Error if that generation cannot be used; the one in use stays.
  bool refresh();

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap::search
