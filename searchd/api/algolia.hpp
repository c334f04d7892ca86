// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia_item.hpp"
#include "searchd/api/algolia_options.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/api/message.hpp"
#include "searchd/insights/insights.hpp"
#include "searchd/search/engine.hpp"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// Most searches in one call, as with Algolia.
inline constexpr std::size_t algolia_most_searches = 50;

/// The API key sent by a client, as a field or as a parameter; empty if there is none.
[[nodiscard]] std::string_view algolia_key(Request const& request);

/// The search part of the protocol of Algolia's clients, below `/1/` (docs/http-api.md).
/// Thread-safe; never throws because of a request.
class Algolia {
public:
  /// `engine` and `authors` must outlive it. `budget`: processor time of each search; all searches
  /// of one call together have at most `most_budgets` times as much. `insights` may be null, and
  /// must outlive it.
  Algolia(search::Engine const& engine, Authors const& authors, AlgoliaOptions options,
          std::chrono::microseconds budget, insights::Insights* insights)
      : engine_(engine)
      , authors_(authors)
      , options_(std::move(options))
      , budget_(budget)
      , insights_(insights) {}

  static constexpr std::size_t most_budgets = 4;

  /// Prefix of all addresses of the protocol.
  static constexpr std::string_view prefix = "/1/";
  [[nodiscard]] static bool serves(std::string_view target) { return target.starts_with(prefix); }

  [[nodiscard]] Response answer(Request const& request) const;

private:
  struct Index;
  using Items = std::vector<AlgoliaItem>;
  [[nodiscard]] Index index(std::string const& name) const;
  [[nodiscard]] bool lets_in(Request const& request) const;
  [[nodiscard]] Response route(Request const& request) const;
  [[nodiscard]] search::Request question(AlgoliaItem const& item) const;
  [[nodiscard]] nlohmann::ordered_json search(Items const& items, Request const& request) const;
  [[nodiscard]] std::vector<search::Result> results(std::vector<search::Request>& questions) const;
  [[nodiscard]] nlohmann::ordered_json take_events(Request const& request) const;
  [[nodiscard]] nlohmann::ordered_json search_all(Request const& request) const;
  [[nodiscard]] nlohmann::ordered_json recommend(Request const& request) const;

  search::Engine const& engine_;
  Authors const& authors_;
  AlgoliaOptions options_;
  std::chrono::microseconds budget_;
  insights::Insights* insights_;
};

} // namespace recap::api
