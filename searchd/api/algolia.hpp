// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia_item.hpp"
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

/// Searches in one call; as with Algolia.
inline constexpr std::size_t algolia_most_searches = 50;

struct AlgoliaOptions {
  /// What clients call this publication. `NAME_newest` is sorted by date of publication,
  /// `NAME_sections` has a record for each section, for DocSearch.
  std::string index_name = "recap";
  /// What clients have to send as their API key; empty = anything, or nothing.
  std::string search_key;
};

/// The API key that a client sends, as a field or as a parameter; empty where it sends none.
[[nodiscard]] std::string_view algolia_key(Request const& request);

/// The search part of the protocol that Algolia's clients speak, below `/1/`
/// (docs/http-api.md). Any thread may call it; it never throws for what a peer sent.
class Algolia {
public:
  /// `engine` has to outlive it. `budget`: processor time of each search; the searches of one call
  /// have at most `most_budgets` times as much together.
  /// `insights`, null = none, has to outlive it.
  Algolia(search::Engine const& engine, AlgoliaOptions options, std::chrono::microseconds budget,
          insights::Insights* insights)
      : engine_(engine)
      , options_(std::move(options))
      , budget_(budget)
      , insights_(insights) {}

  static constexpr std::size_t most_budgets = 4;

  /// What all addresses of the protocol begin with.
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
  [[nodiscard]] nlohmann::ordered_json take_events(Request const& request) const;
  [[nodiscard]] nlohmann::ordered_json search_all(Request const& request) const;
  [[nodiscard]] nlohmann::ordered_json recommend(Request const& request) const;

  search::Engine const& engine_;
  AlgoliaOptions options_;
  std::chrono::microseconds budget_;
  insights::Insights* insights_;
};

} // namespace recap::api
