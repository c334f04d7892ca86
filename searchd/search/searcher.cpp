// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/searcher.hpp"

#include "searchd/search/arrangement.hpp"
#include "searchd/search/facets.hpp"
#include "searchd/search/hits.hpp"
#include "searchd/search/marker.hpp"
#include "searchd/search/plan.hpp"
#include "searchd/search/retrieval.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace recap::search {
namespace {

class Search {
public:
  /// `plan`: of the request's text and filters.
  Search(Snapshot const& snapshot, Reader& reader, Request const& request, Plan const& plan,
         double recency)
      : snapshot_(snapshot)
      , reader_(reader)
      , request_(request)
      , plan_(plan)
      , sort_(request.sort.value_or(plan_.has_text ? Sort::relevance : Sort::newest))
      , retrieval_(snapshot, reader, plan_, sort_, recency) {}

  Result run() {
    Result result;
    result.generation = snapshot_.manifest().generation;
    result.did_you_mean = plan_.did_you_mean;
    HitBuilder builder(reader_, plan_, request_);
    bool const may_relax = sort_ == Sort::relevance && request_.relax != Relax::never;
    bool relaxes = may_relax && plan_.is_sentence;
    if (relaxes) {
      sentence(result, builder);
    } else {
      tiers(result, builder);
      relaxes = may_relax && plan_.required_words() > 1 && wants_more(result.total);
      if (relaxes) relax(result, builder);
    }
    if (request_.raw) result.marker = std::make_shared<Marker>(plan_);
    if (!request_.facets.empty()) count(result, relaxes);
    result.total_is_exact = result.total_is_exact && !lacks_articles(reader_);
    return result;
  }

private:
  /// Whether the articles with all of the words are not enough.
  [[nodiscard]] bool wants_more(std::size_t with_all) const {
    return request_.relax == Relax::if_none ? with_all == 0
                                            : with_all < request_.offset + request_.limit;
  }

  void add(Result& result, Found const& found, Tier tier, HitBuilder& builder) {
    result.total_is_exact = result.total_is_exact && found.exact;
    std::vector<Xapian::docid> ids;
    for (Ranked const& article : found.articles)
      ids.push_back(article.id);
    reader_.look_at(ids);
    for (Ranked article : found.articles) {
      article.tier = tier;
      result.hits.push_back(builder.build(article, retrieval_.feedback()));
    }
  }

  /// Hits [offset, offset + limit) of an order of which the articles found so far come first.
  void add_behind(Result& result, Xapian::Query const& query, Tier tier, HitBuilder& builder) {
    std::size_t const before = result.total;
    std::size_t const offset = request_.offset > before ? request_.offset - before : 0;
    Found const found = retrieval_.find(query, offset, request_.limit - result.hits.size());
    result.total_relaxed = before + found.total;
    add(result, found, tier, builder);
  }

  /// Articles with all words as they were typed, then those with corrected ones.
  void tiers(Result& result, HitBuilder& builder) {
    Found const typed = retrieval_.find(plan_.strict(), request_.offset, request_.limit);
    result.total = result.total_relaxed = typed.total;
    result.total_is_exact = typed.exact && !plan_.completions_are_cut;
    add(result, typed, Tier::typed, builder);
    if (!plan_.corrects()) return;
    add_behind(result, plan_.behind_all_words(plan_.corrected_strict(), false), Tier::corrected,
               builder);
    result.total = result.total_relaxed;
    if (result.total > typed.total) result.corrected = plan_.corrected;
  }

  /// Articles with most of the words, behind those with all of them.
  void relax(Result& result, HitBuilder& builder) {
    add_behind(result, plan_.behind_all_words(plan_.relaxed(), true), Tier::relaxed, builder);
    if (result.total_relaxed > 0) result.corrected = plan_.corrected;
  }

  /// One list, in which having more of the words weighs by itself.
  void sentence(Result& result, HitBuilder& builder) {
    result.total = retrieval_.find(plan_.corrected_strict(), 0, 0).total;
    Found const found = retrieval_.find_sentence(plan_.relaxed(), request_.offset, request_.limit);
    result.total_relaxed = found.total;
    result.corrected = plan_.corrected;
    add(result, found, Tier::relaxed, builder);
  }

  [[nodiscard]] bool is_filtered(index::FieldId field) const {
    return std::ranges::any_of(plan_.filters,
                               [&](auto const& filter) { return filter.first == field; });
  }

  [[nodiscard]] Xapian::Query matches(bool relaxed, std::optional<index::FieldId> without) const {
    return relaxed ? plan_.relaxed(without) : plan_.corrected_strict(without);
  }

  /// One pass for all fields that are not filtered, one for each that is.
  void count(Result& result, bool relaxed) {
    std::vector<index::FieldId> together;
    std::map<index::FieldId, std::vector<FacetValue>> lists;
    for (auto const field : request_.facets) {
      if (is_filtered(field)) {
        lists[field] = count_facets(reader_, matches(relaxed, field), {&snapshot_.column(field)},
                                    request_.facet_values)
                           .front();
      } else {
        together.push_back(field);
      }
    }
    if (!together.empty()) {
      std::vector<Column const*> columns;
      columns.reserve(together.size());
      for (auto const field : together)
        columns.push_back(&snapshot_.column(field));
      auto counted =
          count_facets(reader_, matches(relaxed, std::nullopt), columns, request_.facet_values);
      for (std::size_t i = 0; i < together.size(); ++i)
        lists[together[i]] = std::move(counted[i]);
    }
    for (auto const field : request_.facets)
      result.facets.push_back({field, lists[field]});
  }

  Snapshot const& snapshot_;
  Reader& reader_;
  Request const& request_;
  Plan const& plan_;
  Sort sort_;
  Retrieval retrieval_;
};

using Clock = std::chrono::steady_clock;

/// The plans of the texts that the requests of one call ask for.
class Texts {
public:
  Texts(std::span<Request const> requests, QueryLimits const& limits, Snapshot const& snapshot,
        Reader& reader)
      : requests_(requests)
      , limits_(limits)
      , snapshot_(snapshot)
      , reader_(reader) {}

  [[nodiscard]] Plan of(Request const& request) {
    auto const asks_the_same = [&](Request const& other) { return same_text(request, other); };
    auto const known = std::ranges::find_if(
        plans_, asks_the_same, [](auto const& text) -> Request const& { return *text.first; });
    if (known != plans_.end()) return known->second;
    Plan plan = plan_text(request, limits_, snapshot_, reader_);
    // The articles of a list have their numbers in the whole, and each shard asks by its own.
    bool const is_in_one_piece = snapshot_.manifest().shards == 1;
    if (is_in_one_piece && std::ranges::count_if(requests_, asks_the_same) > 1)
      plan.evaluated = std::make_shared<EvaluatedText>(reader_.database);
    return plans_.emplace_back(&request, std::move(plan)).second;
  }

private:
  std::span<Request const> requests_;
  QueryLimits const& limits_;
  Snapshot const& snapshot_;
  Reader& reader_;
  std::vector<std::pair<Request const*, Plan>> plans_;
};

} // namespace

std::vector<Result> run_searches(Snapshot const& snapshot, Reader& reader,
                                 std::span<Request const> requests, QueryLimits const& limits) {
  std::vector<Result> results;
  Texts texts(requests, limits, snapshot, reader);
  for (Request const& request : requests) {
    auto const begin = Clock::now();
    Plan plan = texts.of(request);
    plan_filters(plan, request, reader);
    double const recency = request.recency.value_or(limits.recency);
    results.push_back(Search(snapshot, reader, request, plan, recency).run());
    results.back().took =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
  }
  return results;
}

} // namespace recap::search
