// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia.hpp"
#include "searchd/api/answers.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/api/message.hpp"
#include "searchd/insights/insights.hpp"
#include "searchd/search/engine.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace recap::api {

struct ApiOptions {
  AlgoliaOptions algolia;
  std::chrono::microseconds budget = search::Request().budget; ///< processor time of each search
  bool tells_index = true; ///< whether `/readyz` reports generation and articles to everybody
};

/// The HTTP interface, version 1: maps routes to requests, and results to JSON. Thread-safe; never
/// throws because of a request.
class Api : public Answers {
public:
  /// All but the options must outlive the Api. `insights`: null if none are recorded.
  Api(search::Engine const& engine, Authors const& authors, ApiOptions options,
      insights::Insights* insights)
      : engine_(engine)
      , authors_(authors)
      , algolia_(engine, authors, std::move(options.algolia), options.budget, insights)
      , budget_(options.budget)
      , tells_index_(options.tells_index)
      , insights_(insights) {}

  [[nodiscard]] Response answer(Request const& request) const;

  /// `/readyz` with details: the index, and `troubles`, one sentence each.
  [[nodiscard]] Response readiness(std::vector<std::string> const& troubles) const;

  /// ETag of responses of routes that change only with the index, the levers and the names of
  /// authors: a weak one, because responses contain the time they took.
  [[nodiscard]] std::string version() const;

  /// Records a search in the insights again, because its response is sent again, to `reader`.
  /// Precondition: it was recorded before.
  void record_again(insights::Asked asked, std::string const& reader) const;

  [[nodiscard]] Found find(NameValues const& parameters, Asker const& asker) const override;
  [[nodiscard]] search::Suggestions complete(NameValues const& parameters) const override;
  [[nodiscard]] std::optional<insights::Report> report(InsightsRange const& range) const override;

private:
  struct Route;
  static Route const routes[];

  [[nodiscard]] Response answer(Route const& route, Request const& request) const;
  [[nodiscard]] Response search(Request const& request) const;
  [[nodiscard]] Response suggest(Request const& request) const;
  [[nodiscard]] Response article(Request const& request) const;
  [[nodiscard]] Response related(Request const& request, std::string const& id) const;
  [[nodiscard]] Response related_to_draft(Request const& request) const;
  [[nodiscard]] Response ready(Request const& request) const;
  [[nodiscard]] Response openapi(Request const& request) const;
  [[nodiscard]] Response take_events(Request const& request) const;
  [[nodiscard]] Response tell_insights(Request const& request) const;
  [[nodiscard]] Response healthy(Request const& request) const;

  search::Engine const& engine_;
  Authors const& authors_;
  Algolia algolia_;
  std::chrono::microseconds budget_;
  bool tells_index_;
  insights::Insights* insights_;
};

} // namespace recap::api
